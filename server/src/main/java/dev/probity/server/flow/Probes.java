// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.kernel.clause.PointRule;
import dev.probity.notice.cover.Probed;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.pack.Verb;
import dev.probity.notice.scenario.Verdict;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks whether a server's own doors show what a control says of them: by a probe of its own, or by
 * the flows that keep the control. One that is neither, or whose page this server does not have,
 * finds nothing out: the control stays open. One thread.
 */
final class Probes {
  private static final Pattern NAME = Pattern.compile("\"?probe\"?: *\"?([a-z-]+)");

  private static final List<String> NO_PAGE = List.of("there is no such page");
  private static final Pattern HEADING = Pattern.compile("<(title|h1)>\\s*[^<\\s][^<]*</");
  private static final Pattern NEEDED = Pattern.compile("<p id=\"needed\">\\s*[^<\\s]");
  private static final String TOO_LONG = "x".repeat(5_000);

  private final Doors doors;
  private final PackSource source;
  private final InstantSource clock;
  private final List<Verdict> flows;
  private final Map<String, Supplier<List<String>>> known = new TreeMap<>();

  /**
   * @param flows how those of the pack went
   */
  Probes(Doors doors, PackSource source, InstantSource clock, List<Verdict> flows) {
    this.flows = flows;
    this.doors = doors;
    this.source = source;
    this.clock = clock;
    known.put("controller-named", () -> says(notice(), source.header().controller()));
    known.put("effective-date-shown", this::dated);
    known.put("notice-at-stable-address", this::stable);
    known.put("site-without-cookies", this::withoutCookies);
    known.put("required-fields-explained", this::explained);
    known.put("input-checked", this::checked);
  }

  private String notice() {
    return "/notices/" + doors.controller();
  }

  /** By row, what was found. */
  Map<String, Probed> run() {
    Map<String, Probed> found = new TreeMap<>();
    for (Entry entry : source.entries().values()) {
      if (entry.verb() != Verb.CONTROL) continue;
      Matcher named = NAME.matcher(entry.value());
      if (!named.find()) continue;
      String name = named.group(1);
      Optional<List<String>> mistakes =
          known.containsKey(name) ? looked(known.get(name)) : played(entry.id());
      mistakes.ifPresent(
          m -> {
            String saw = m.isEmpty() ? "as it says" : String.join("; ", m);
            found.put(entry.row(), new Probed(name, m.isEmpty(), clock.instant(), saw));
          });
    }
    return found;
  }

  private Optional<List<String>> looked(Supplier<List<String>> probe) {
    if (doors.open(notice()).status() == 404) return Optional.empty();
    return Optional.of(probe.get()).filter(mistakes -> !mistakes.equals(NO_PAGE));
  }

  /** What a story has to show: that a value was sent, and what of it is held. */
  private Optional<List<String>> played(String control) {
    List<Verdict> keeping =
        flows.stream().filter(v -> v.scenario().keeps().contains(control)).toList();
    if (keeping.isEmpty()) return Optional.empty();
    return Optional.of(keeping.stream().flatMap(v -> v.mistakes().stream()).toList());
  }

  private List<String> says(String path, String words) {
    Doors.Answer page = doors.open(path);
    if (!page.fine()) return List.of(path + " answered " + page.said());
    return Pages.words(page.text()).contains(words)
        ? List.of()
        : List.of(path + " does not say " + words);
  }

  private String own(PackSource version) {
    return notice() + "/" + version.header().version();
  }

  /** Each version at its own address, where other versions' days may stand too, and in its head. */
  private List<String> dated() {
    List<String> mistakes = new ArrayList<>();
    for (PackSource version : source.versions()) {
      String day = version.header().inForce().toString().substring(0, 10);
      mistakes.addAll(says(own(version), day));
    }
    return mistakes;
  }

  /** Under a title, at one address for what holds and one for each version, which names it. */
  private List<String> stable() {
    List<String> mistakes = new ArrayList<>();
    titled(notice(), mistakes);
    for (PackSource version : source.versions()) {
      titled(own(version), mistakes);
      mistakes.addAll(says(own(version), version.header().version()));
    }
    return mistakes;
  }

  private void titled(String path, List<String> mistakes) {
    Doors.Answer page = doors.open(path);
    if (!page.fine()) mistakes.add(path + " answered " + page.said());
    else if (HEADING.matcher(page.text()).results().map(m -> m.group(1)).distinct().count() < 2)
      mistakes.add(path + " has no title");
  }

  /** Every form says what follows where a required field stays empty. */
  private List<String> explained() {
    List<String> mistakes = new ArrayList<>();
    if (forms().isEmpty()) return NO_PAGE;
    for (String form : forms()) {
      Doors.Answer answer = doors.open(form);
      if (answer.status() >= 400) mistakes.add(form + " answered " + answer.said());
      String page = answer.text();
      if (page.contains(" required=\"") && !NEEDED.matcher(page).find())
        mistakes.add(form + " does not say what follows");
    }
    return mistakes;
  }

  /** No point takes a field that it does not name, nor a value that no field can have. */
  private List<String> checked() {
    List<String> mistakes = new ArrayList<>();
    JsonNode points = doors.get("points").json().path("points");
    if (points.isEmpty()) return NO_PAGE;
    for (JsonNode point : points) {
      String name = point.path("point").asString("");
      refused(name, "nothing.declared", "x", "PRB-W032", mistakes);
      for (JsonNode field : point.path("fields")) {
        String element = field.path("element").asString("");
        refused(name, element, TOO_LONG, "PRB-W033", mistakes);
        refused(name, element, "\u0007", "PRB-W033", mistakes);
      }
    }
    return mistakes;
  }

  private void refused(
      String point, String field, String value, String problem, List<String> mistakes) {
    ObjectNode body = Written.body();
    body.putObject("fields").put(field, value);
    Doors.Answer answer = doors.post("points/" + point, body);
    if (!answer.problem().equals(problem))
      mistakes.add("the point " + point + " answered " + field + " with " + answer.said());
  }

  /** The notice and every form that asks for nothing beforehand open, and set none. */
  private List<String> withoutCookies() {
    List<String> mistakes = new ArrayList<>();
    look(notice(), mistakes);
    forms().forEach(form -> look(form, mistakes));
    return mistakes;
  }

  private List<String> forms() {
    List<String> forms = new ArrayList<>();
    for (Section point : source.section("points"))
      if (!point.node().fields().containsKey("when") && ofPeople(point))
        forms.add("/forms/" + doors.controller() + "/" + point.name());
    return forms;
  }

  private boolean ofPeople(Section point) {
    PointRule rule = source.pack().points().get(point.name());
    return rule != null && "subject".equals(rule.source());
  }

  private void look(String path, List<String> mistakes) {
    Doors.Answer page = doors.open(path);
    if (!page.fine()) mistakes.add(path + " answered " + page.said());
    else if (page.cookies()) mistakes.add(path + " sets a cookie");
  }
}
