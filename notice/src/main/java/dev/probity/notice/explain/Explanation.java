// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.explain;

import dev.probity.kernel.clause.Clause;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Resolve;
import dev.probity.notice.pack.Section;
import dev.probity.notice.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One entry of a pack, what it decides, what shows it, and which clauses win or lose against it
 * where both speak. Immutable.
 *
 * @param beats permits it denies where both speak
 * @param beatenBy prohibitions that deny where it permits
 * @param yieldsTo permits it gives way to
 * @param resolves tensions it settles
 */
public record Explanation(
    Entry entry,
    List<Clause> clauses,
    List<Section> sections,
    List<Scenario> scenarios,
    Set<String> beats,
    Set<String> beatenBy,
    Set<String> yieldsTo,
    List<Resolve> resolves) {

  /** The explanation of an entry, or of a row's first entry. */
  public static Optional<Explanation> of(PackSource source, String id) {
    if (!source.names().contains(id)) return Optional.empty();
    Entry entry = source.entries().getOrDefault(id, source.head(id));
    List<Clause> own =
        source.pack().clauses().stream().filter(c -> c.cite().equals(entry.id())).toList();
    Set<String> beats = new TreeSet<>();
    Set<String> beatenBy = new TreeSet<>();
    Meeting meeting = new Meeting(source.pack().vocabulary());
    for (Clause mine : own) {
      for (Clause other : source.pack().clauses()) {
        if (other.cite().equals(entry.id()) || !meeting.possible(mine, other)) continue;
        if (denies(mine) && other instanceof Clause.Permit && !yields(mine, other))
          beats.add(other.cite());
        if (mine instanceof Clause.Permit && denies(other) && !yields(other, mine))
          beatenBy.add(other.cite());
      }
    }
    return Optional.of(
        new Explanation(
            entry,
            own,
            source.keeping(entry.id()),
            source.scenarios().stream()
                .filter(s -> s.keeps().contains(entry.id()) || s.keeps().contains(entry.row()))
                .toList(),
            beats,
            beatenBy,
            new TreeSet<>(entry.except()),
            source.resolves().stream()
                .filter(
                    r ->
                        r.target().equals(entry.id())
                            || r.over().contains(entry.id())
                            || entry.resolves().contains(r.id()))
                .toList()));
  }

  private static boolean denies(Clause clause) {
    return clause instanceof Clause.Forbid || clause instanceof Clause.Require;
  }

  private static boolean yields(Clause denying, Clause permit) {
    return denying instanceof Clause.Forbid f && f.except().contains(permit.cite());
  }
}
