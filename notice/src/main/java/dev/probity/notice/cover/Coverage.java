// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.cover;

import dev.probity.notice.pack.Standing;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.Verdict;
import dev.probity.notice.text.Unit;
import java.util.List;

/**
 * What of a notice is traced and kept. Immutable.
 *
 * @param notice the notice's name
 * @param sentences every unit of the notice in order
 * @param lost traced sentences the notice no longer has
 * @param rows every row of the pack in order
 * @param verdicts every scenario run
 */
public record Coverage(
    String pack,
    String notice,
    List<Sentence> sentences,
    List<Lost> lost,
    List<RowState> rows,
    List<Verdict> verdicts) {
  /** A unit of the notice and the entries it is traced to; none where it is untraced. */
  public record Sentence(Unit unit, List<String> clauses) {
    public boolean traced() {
      return !clauses.isEmpty();
    }
  }

  /** A sentence of the trace, by its place in it, that the notice no longer has. */
  public record Lost(int number, List<String> clauses) {}

  public List<Sentence> untraced() {
    return sentences.stream().filter(s -> !s.traced()).toList();
  }

  public List<Verdict> failing() {
    return verdicts.stream().filter(Verdict::failed).toList();
  }

  public List<RowState> open() {
    return rows.stream().filter(RowState::open).toList();
  }

  public long count(Standing standing) {
    return rows.stream().filter(r -> r.standing() == standing).count();
  }

  public long kept() {
    return rows.stream().filter(RowState::kept).count();
  }

  public long decided() {
    return rows.stream().filter(r -> r.standing() == Standing.ENFORCEABLE && r.decided()).count();
  }

  public long enforced() {
    return rows.stream().filter(RowState::enforced).count();
  }

  /** Controls that a probe has shown. */
  public long probed() {
    return rows.stream().filter(RowState::shown).count();
  }

  /** Scenarios at doors of a server, which only a running one can take. */
  public long flowsNotRun() {
    return verdicts.stream()
        .filter(v -> v.scenario().ask() instanceof Ask.Flow && !v.ran())
        .count();
  }

  /** Untraced, lost or failing is a finding; open is not. */
  public boolean clean() {
    return untraced().isEmpty() && lost.isEmpty() && failing().isEmpty();
  }
}
