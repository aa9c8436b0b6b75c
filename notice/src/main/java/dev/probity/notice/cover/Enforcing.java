// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.cover;

import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Strength;
import dev.probity.notice.pack.Verb;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.Step;
import dev.probity.notice.scenario.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether flows show at the doors of a server what a row promises: each of its entries in one that
 * passed, none in one that failed; of what is merely allowed, also that a door refuses beyond it.
 * One thread.
 */
record Enforcing(PackSource source, List<Verdict> verdicts) {
  /** What is missing; nothing where the row is kept at the doors. */
  List<String> needs(String row) {
    List<String> needs = new ArrayList<>();
    List<Verdict> all = new ArrayList<>();
    for (Entry entry : source.entriesOf(row)) {
      if (entry.verb() == Verb.INFORM || entry.verb() == Verb.CONTROL) continue;
      List<Verdict> own = flows(entry);
      all.addAll(own);
      own.stream()
          .filter(Verdict::failed)
          .forEach(v -> needs.add("`" + v.scenario().name() + "` fails"));
      if (own.isEmpty()) needs.add("a scenario at its place of proof, the server");
      else if (own.stream().noneMatch(Verdict::ran))
        needs.add("its flow to be run: `./probity enforce`");
    }
    boolean allowed = source.head(row).strength() == Strength.MAY;
    if (needs.isEmpty() && allowed && !show(all, Step.Shown.REFUSED))
      needs.add("a flow in which a door refuses what lies outside " + row);
    if (needs.isEmpty() && allowed && !show(all, Step.Shown.DONE))
      needs.add("a flow in which a door does what " + row + " allows");
    return needs.stream().distinct().toList();
  }

  private List<Verdict> flows(Entry entry) {
    return verdicts.stream()
        .filter(v -> v.scenario().ask() instanceof Ask.Flow)
        .filter(
            v ->
                v.scenario().keeps().contains(entry.id())
                    || v.scenario().keeps().contains(entry.row()))
        .toList();
  }

  private static boolean show(List<Verdict> flows, Step.Shown shown) {
    return flows.stream()
        .filter(Verdict::passed)
        .anyMatch(
            v ->
                v.scenario().ask() instanceof Ask.Flow(List<Step> steps)
                    && steps.stream().anyMatch(step -> step.shown().contains(shown)));
  }
}
