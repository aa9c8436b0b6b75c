// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A notice laid beside the trace of an earlier reading, in order: a longest common subsequence of
 * the two, so that repeated sentences match one for one and a moved one is found once. Indices
 * count from 0 into the two lists given. Immutable.
 *
 * <p>Cost: what both lists begin and end with is free, sentences that only one of them has nearly
 * so; what is left takes the product of the two lengths. Beyond {@link #MAX_CELLS} of them the rest
 * is reported as one gap: no two versions of a notice are so long and so unlike.
 */
public record Alignment(List<Match> matches, List<Gap> gaps) {
  /** 2^28: some 16,000 sentences against as many, a second and 32 MB at worst. */
  static final long MAX_CELLS = 1L << 28;

  /** The entry of the trace and the unit of the notice that are one sentence. */
  public record Match(int traced, int unit) {}

  /**
   * What stands between two matches: entries of the trace that no longer match, and units of the
   * notice that are not traced. The ends are exclusive; one of the two stretches may be empty.
   */
  public record Gap(int traced, int tracedEnd, int unit, int unitEnd) {}

  public Alignment {
    matches = List.copyOf(matches);
    gaps = List.copyOf(gaps);
  }

  public static Alignment align(List<Fingerprint> traced, List<Unit> now) {
    return alignPrints(traced, now.stream().map(unit -> Fingerprint.of(unit.text())).toList());
  }

  static Alignment alignPrints(List<Fingerprint> traced, List<Fingerprint> now) {
    return of(CommonSubsequence.of(traced, now), traced.size(), now.size());
  }

  /** Whether the notice is, sentence by sentence, what was traced. */
  public boolean total() {
    return gaps.isEmpty();
  }

  /** Entries of the trace that no longer match. */
  public List<Integer> lost() {
    return gaps.stream()
        .flatMapToInt(gap -> IntStream.range(gap.traced(), gap.tracedEnd()))
        .boxed()
        .toList();
  }

  /** Units of the notice that are not traced. */
  public List<Integer> untraced() {
    return gaps.stream()
        .flatMapToInt(gap -> IntStream.range(gap.unit(), gap.unitEnd()))
        .boxed()
        .toList();
  }

  private static Alignment of(List<Match> matches, int traced, int units) {
    List<Gap> gaps = new ArrayList<>();
    int i = 0;
    int j = 0;
    for (Match match : matches) {
      gap(gaps, i, match.traced(), j, match.unit());
      i = match.traced() + 1;
      j = match.unit() + 1;
    }
    gap(gaps, i, traced, j, units);
    return new Alignment(matches, gaps);
  }

  private static void gap(List<Gap> gaps, int traced, int tracedEnd, int unit, int unitEnd) {
    if (traced < tracedEnd || unit < unitEnd) gaps.add(new Gap(traced, tracedEnd, unit, unitEnd));
  }
}
