// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word somebody probably meant. Stateless; cost is the number of known words. */
public final class Nearest {
  private Nearest() {}

  /** The nearest of the known words, if one is near enough to be meant. */
  public static Optional<String> of(String word, Collection<String> known) {
    return known.stream()
        .filter(
            k ->
                distance(word, k) <= Math.max(1, Math.max(word.length(), k.length()) / 3)
                    || k.endsWith("." + word))
        .min(Comparator.<String>comparingInt(k -> distance(word, k)).thenComparing(k -> k));
  }

  /** What to do about an unknown word: use the nearest, or see the list. */
  public static String fix(String word, Collection<String> known) {
    Optional<String> near = of(word, known);
    if (near.isPresent()) return "did you mean `" + near.get() + "`?";
    if (known.size() > 12) return "use a known word (`./probity terms` lists them)";
    return "use one of " + String.join(", ", known.stream().sorted().toList());
  }

  /** Edits, insertions, deletions and swaps of neighbours between two words (Damerau 1964). */
  public static int distance(String one, String other) {
    int[][] rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) rows[i][0] = i;
    for (int j = 0; j <= other.length(); j++) rows[0][j] = j;
    for (int i = 1; i <= one.length(); i++) {
      for (int j = 1; j <= other.length(); j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int change = rows[i - 1][j - 1] + (same ? 0 : 1);
        rows[i][j] = Math.min(change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1 && j > 1 && swapped(one, i, other, j))
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
    return rows[one.length()][other.length()];
  }

  private static boolean swapped(String one, int i, String other, int j) {
    return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
