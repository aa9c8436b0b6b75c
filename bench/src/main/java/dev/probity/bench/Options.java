// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * How much to measure. Immutable.
 *
 * @param rounds each measures every cell once, each cell in a JVM of its own
 * @param slow how many questions the slow engines get in the check of agreement, per size
 */
record Options(
    int rounds, int warmups, int iterations, int milliseconds, List<Integer> slow, Path home) {
  static final String USAGE =
      """
      Measures decisions and loading on this machine.

        ./probity bench                 three rounds, about six minutes
        ./probity bench --long          seven longer rounds, about forty minutes
        ./probity bench --rounds N      another number of rounds

      How to read the figures: docs/performance.md.\
      """;

  private static Options brief(Path home) {
    return new Options(3, 6, 5, 200, List.of(10_000, 1_000, 200), home);
  }

  private static Options lengthy(Path home) {
    return new Options(7, 5, 10, 1_000, List.of(10_000, 10_000, 1_000), home);
  }

  /** Throws {@link IllegalArgumentException} with a sentence where the words make no sense. */
  static Options of(String[] words, Path home) {
    Options options = brief(home);
    int rounds = 0;
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "--long" -> options = lengthy(home);
        case "--rounds" -> rounds = number(i + 1 < words.length ? words[++i] : "");
        default -> throw new IllegalArgumentException("bench does not know `" + words[i] + "`.");
      }
    }
    return rounds == 0 ? options : options.rounds(rounds);
  }

  private Options rounds(int number) {
    return new Options(number, warmups, iterations, milliseconds, slow, home);
  }

  private static int number(String word) {
    if (word.matches("[1-9][0-9]?")) return Integer.parseInt(word);
    throw new IllegalArgumentException("--rounds wants a number from 1 to 99.");
  }
}
