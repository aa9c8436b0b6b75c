// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.scenario.Expect;
import dev.probity.notice.scenario.Wanted;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What was wanted beside what came: each difference a sentence. Stateless. */
record Compared(PackSource source) {
  /**
   * Problems by which a door says no to what was asked. All others tell of a mistake in the asking,
   * or of a door that is not there, and refuse nothing.
   */
  private static final Set<String> REFUSALS = Set.of("W030", "W032", "W033", "W034", "W061");

  /** What a door that does something answered. */
  List<String> done(Wanted wanted, Doors.Answer saw) {
    boolean refused = REFUSALS.contains(saw.problem().replace("PRB-", ""));
    if (!saw.fine() && !refused) return List.of("the door answered " + saw.said());
    return decided(wanted, saw.fine(), saw.json());
  }

  /** What a door that does something made of it. */
  List<String> decided(Wanted wanted, boolean done, JsonNode saw) {
    if (wanted.done() != done)
      return List.of(
          (done ? "it was done" : "it was refused") + because(saw) + ", which was not expected");
    List<String> mistakes = new ArrayList<>();
    within("because", wanted.because(), words(saw.path("because")), mistakes);
    JsonNode acts = saw.has("done") ? saw.path("done") : saw.path("acts");
    wanted.acts().ifPresent(w -> equal("acts", w, words(acts), mistakes));
    wanted.says().forEach(name -> says(name, strings(saw), mistakes));
    if (!wanted.ends().isEmpty()) within("ends", wanted.ends(), ending(saw), mistakes);
    return mistakes;
  }

  /** What a question was answered. */
  List<String> answered(Expect wanted, JsonNode saw) {
    List<String> mistakes = new ArrayList<>();
    String effect = saw.path("effect").asString("none");
    wanted
        .effect()
        .filter(e -> !e.name().equals(effect))
        .ifPresent(e -> mistakes.add("expected " + e + ", got " + effect + because(saw)));
    if (wanted.notPermit() && effect.equals("PERMIT")) mistakes.add("got PERMIT" + because(saw));
    within("because", wanted.because(), words(saw.path("because")), mistakes);
    wanted.acts().ifPresent(w -> equal("acts", w, words(saw.path("acts")), mistakes));
    wanted.almost().ifPresent(w -> equal("almost", w, words(saw.path("almost")), mistakes));
    wanted.shown().ifPresent(w -> equal("shown", w, words(saw.path("shown")), mistakes));
    wanted
        .elements()
        .forEach((e, w) -> equal(e, w.name(), saw.path("elements").path(e).asString(""), mistakes));
    wanted
        .withheld()
        .forEach((e, id) -> within(e, List.of(id), words(saw.path("withheld").path(e)), mistakes));
    return mistakes;
  }

  /** A text or consent of the pack, in any of its languages, stands in one of these. */
  void says(String name, List<String> saw, List<String> mistakes) {
    Set<String> ours = text(name);
    if (saw.stream().noneMatch(s -> ours.stream().anyMatch(s::contains)))
      mistakes.add("the text `" + name + "` is not there");
  }

  private Set<String> text(String name) {
    Set<String> all = new LinkedHashSet<>();
    for (Section section :
        Stream.concat(source.section("texts").stream(), source.section("consents").stream())
            .filter(s -> s.name().equals(name))
            .toList()) {
      Node.Field asks = section.node().fields().get("asks");
      add(asks == null ? section.node() : asks.value(), all);
    }
    return all;
  }

  private static void add(Node words, Set<String> all) {
    switch (words) {
      case Node.Text text -> all.add(text.value());
      case Node.Fields fields -> fields.fields().values().forEach(f -> add(f.value(), all));
      case Node.Items items -> items.items().forEach(item -> add(item, all));
    }
  }

  static void within(String what, List<String> wanted, List<String> saw, List<String> mistakes) {
    for (String id : wanted)
      if (!saw.contains(id)) mistakes.add("expected " + id + " in `" + what + "`, got " + saw);
  }

  static <T> void equal(String what, T wanted, T saw, List<String> mistakes) {
    if (!wanted.equals(saw)) mistakes.add("expected " + what + " " + wanted + ", got " + saw);
  }

  static List<String> words(JsonNode list) {
    Set<String> words = new TreeSet<>();
    if (list.isString()) words.add(list.asString());
    list.forEach(word -> words.add(word.asString("")));
    return List.copyOf(words);
  }

  private static List<String> ending(JsonNode saw) {
    List<String> ending = new ArrayList<>();
    saw.path("consequences").path("points").forEach(p -> ending.add(p.path("point").asString("")));
    saw.path("consequences")
        .path("purposes")
        .forEach(p -> ending.add(p.path("purpose").asString("")));
    return ending;
  }

  private static String because(JsonNode saw) {
    List<String> because = words(saw.path("because"));
    return because.isEmpty() ? "" : " because of " + String.join(", ", because);
  }

  /** All texts in an answer. */
  static List<String> strings(JsonNode json) {
    if (json.isString()) return List.of(json.asString());
    List<String> all = new ArrayList<>();
    json.forEach(part -> all.addAll(strings(part)));
    return all;
  }
}
