// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.notice.scenario.Step;
import dev.probity.notice.yaml.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages as somebody without scripts and cookies sees them. */
record Pages(Doors doors, Compared compared) {
  private static final String LANGUAGE = "?lang=en";
  private static final Pattern INPUT = Pattern.compile("<(?:input|select|textarea)\\b[^>]*>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");
  private static final Pattern CITED = Pattern.compile("class=\"cite\"[^>]*>([^<]+)<");

  private static final Pattern WHY = Pattern.compile("class=\"why\"[^>]*>([^<]+)<");

  /** By which a page says no to what was sent, as {@link Compared#done} has it of problems. */
  private static final Set<Integer> REFUSALS = Set.of(403, 409, 422);

  List<String> look(Step.Look it) {
    Doors.Answer page = doors.open(path(it.page()) + LANGUAGE);
    if (!page.fine()) return List.of("the page answered " + page.said());
    List<String> mistakes = new ArrayList<>();
    it.shows().forEach(name -> compared.says(name, List.of(words(page.text())), mistakes));
    for (String version : it.lists())
      if (!Pattern.compile("(?s)id=\"versions\".*>" + Pattern.quote(version) + "</a>.*?<ul>")
          .matcher(page.text())
          .find()) mistakes.add("the page does not list " + version + " and what it changes");
    for (String version : it.announces())
      if (!page.text().contains("class=\"box heed\" id=\"coming-" + version + "\""))
        mistakes.add("the page does not announce " + version + " in a highlight");
    return mistakes;
  }

  private String path(String page) {
    return page.equals("notice")
        ? "/notices/" + doors.controller()
        : "/forms/" + doors.controller() + "/" + page;
  }

  /** Opens the form, by way of the notice where it leads there first, and sends it filled in. */
  List<String> submit(Step.Collect it) {
    Optional<Doors.Answer> form = form(it.point());
    if (form.isEmpty() || !form.get().fine())
      return List.of("the form answered " + form.map(Doors.Answer::said).orElse("nothing"));
    Map<String, String> there = inputs(form.get().text());
    Map<String, String> sent = new LinkedHashMap<>();
    there.forEach(
        (name, type) -> {
          if (type.startsWith("hidden ")) sent.put(name, type.substring("hidden ".length()));
        });
    // Why also what the form does not ask for: somebody may send it all the same.
    it.fields().forEach((element, value) -> sent.put("f." + element, value));
    said(it, "consents", (consent, level) -> ticked("c." + consent, level, sent));
    said(
        it,
        "asserted",
        (fact, value) -> {
          if (there.containsKey(fact)) sent.put(fact, value);
        });
    if (there.containsKey("age")
        && it.said().fields().get("age") instanceof Node.Field(var key, Node.Text years))
      sent.put("age", years.value());
    return outcome(it, doors.submit(path(it.point()) + LANGUAGE, encoded(sent)));
  }

  private static void ticked(String name, String level, Map<String, String> sent) {
    if (!level.equals("refused")) sent.put(name, "yes");
  }

  private static void said(Step.Collect it, String what, BiConsumer<String, String> each) {
    if (it.said().fields().get(what) instanceof Node.Field(var key, Node.Fields named))
      named
          .fields()
          .forEach(
              (name, field) -> {
                if (field.value() instanceof Node.Text text) each.accept(name, text.value());
              });
  }

  private Optional<Doors.Answer> form(String point) {
    Doors.Answer page = doors.open(path(point) + LANGUAGE);
    if (page.location().isEmpty()) return Optional.of(page);
    String onward = "href=\"(" + Pattern.quote(path(point)) + "\\?[^\"]*shown=[^\"]*)\"";
    Matcher link = Pattern.compile(onward).matcher(doors.open(page.location()).text());
    return link.find() ? Optional.of(doors.open(plain(link.group(1)))) : Optional.empty();
  }

  /** What a form takes, by name: the type, and with {@code hidden} the value. */
  private static Map<String, String> inputs(String html) {
    Map<String, String> inputs = new LinkedHashMap<>();
    INPUT
        .matcher(html)
        .results()
        .forEach(
            tag -> {
              Map<String, String> all =
                  ATTRIBUTE
                      .matcher(tag.group())
                      .results()
                      .collect(Collectors.toMap(a -> a.group(1), a -> a.group(2), (a, b) -> a));
              String type = all.getOrDefault("type", "");
              String value =
                  type.equals("hidden") ? " " + plain(all.getOrDefault("value", "")) : "";
              if (all.containsKey("name")) inputs.putIfAbsent(all.get("name"), type + value);
            });
    return inputs;
  }

  private List<String> outcome(Step.Collect it, Doors.Answer answer) {
    if (!answer.fine() && !REFUSALS.contains(answer.status()))
      return List.of("the form answered " + answer.said());
    ObjectNode saw = Written.body().put("page", words(answer.text()));
    ArrayNode because = saw.putArray("because");
    // Why not of a form shown again: there stands what the form itself rests on.
    if (answer.status() == 403)
      CITED.matcher(answer.text()).results().forEach(cite -> because.add(cite.group(1)));
    List<String> mistakes = compared.decided(it.expect(), answer.fine(), saw);
    if (mistakes.isEmpty() || answer.status() != 422) return mistakes;
    // Why: what a form is shown again for says more than that it was.
    return Stream.concat(
            mistakes.stream(), WHY.matcher(answer.text()).results().map(why -> words(why.group(1))))
        .toList();
  }

  private static String encoded(Map<String, String> sent) {
    return sent.entrySet().stream()
        .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The words of a page: no tags, no entities. */
  static String words(String html) {
    return plain(html.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
  }
}
