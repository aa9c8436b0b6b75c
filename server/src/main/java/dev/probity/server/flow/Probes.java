// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.kernel.clause.PointRule;
import dev.probity.notice.cover.Probed;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.pack.Verb;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks whether a server's own pages show what a control says of them. A probe that is not known
 * here, or whose page this server does not have, finds nothing out: the control stays open. One
 * thread.
 */
final class Probes {
  private static final Pattern NAME = Pattern.compile("\"?probe\"?: *\"?([a-z-]+)");

  private static final List<String> NO_PAGE = List.of("there is no such page");

  private final Doors doors;
  private final PackSource source;
  private final InstantSource clock;
  private final Map<String, Supplier<List<String>>> known = new TreeMap<>();

  Probes(Doors doors, PackSource source, InstantSource clock) {
    this.doors = doors;
    this.source = source;
    this.clock = clock;
    known.put("controller-named", () -> onNotice(source.header().controller()));
    known.put(
        "effective-date-shown",
        () -> onNotice(source.header().inForce().toString().substring(0, 10)));
    known.put("site-without-cookies", this::withoutCookies);
  }

  private String notice() {
    return "/notices/" + doors.controller();
  }

  /** By row, what was found. */
  Map<String, Probed> run() {
    Map<String, Probed> found = new TreeMap<>();
    for (Entry entry : source.entries().values()) {
      if (entry.verb() != Verb.CONTROL) continue;
      Matcher name = NAME.matcher(entry.value());
      Supplier<List<String>> probe = name.find() ? known.get(name.group(1)) : null;
      if (probe == null) continue;
      List<String> mistakes = doors.open(notice()).status() == 404 ? NO_PAGE : probe.get();
      if (mistakes.equals(NO_PAGE)) continue;
      String saw = mistakes.isEmpty() ? "as it says" : String.join("; ", mistakes);
      found.put(entry.row(), new Probed(name.group(1), mistakes.isEmpty(), clock.instant(), saw));
    }
    return found;
  }

  private List<String> onNotice(String words) {
    Doors.Answer page = doors.open(notice());
    if (!page.fine()) return List.of("the notice's page answered " + page.said());
    return Pages.words(page.text()).contains(words)
        ? List.of()
        : List.of("the notice's page does not say " + words);
  }

  /** The notice and every form that asks for nothing beforehand open, and set none. */
  private List<String> withoutCookies() {
    List<String> mistakes = new ArrayList<>();
    look(notice(), mistakes);
    for (Section point : source.section("points"))
      if (!point.node().fields().containsKey("when") && ofPeople(point))
        look("/forms/" + doors.controller() + "/" + point.name(), mistakes);
    return mistakes;
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
