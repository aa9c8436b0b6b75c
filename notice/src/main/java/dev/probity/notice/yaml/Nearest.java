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

  /** Edits, insertions and deletions between two words (Levenshtein 1966). */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) row[j] = j;
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
