// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * How much to measure. Immutable.
 *
 * @param rounds each measures every cell once, each cell in a JVM of its own
 * @param slices with and without laws in turn, in each JVM
 * @param lawsOnly nothing but what laws add
 * @param slow how many questions the slow engines get in the check of agreement, per size
 */
record Options(
    int rounds,
    int warmups,
    int iterations,
    int milliseconds,
    int slices,
    boolean lawsOnly,
    List<Integer> slow,
    Path home) {
  static final String USAGE =
      """
      Measures decisions and loading on this machine.

        ./probity bench                 three rounds, about nine minutes
        ./probity bench --long          seven longer rounds, about forty minutes
        ./probity bench --rounds N      another number of rounds
        ./probity bench --laws          only what laws add to a decision

      How to read the figures: docs/performance.md.\
      """;

  private static Options brief(Path home) {
    return new Options(3, 6, 5, 200, 120, false, List.of(10_000, 1_000, 200), home);
  }

  private static Options lengthy(Path home) {
    return new Options(7, 5, 10, 1_000, 400, false, List.of(10_000, 10_000, 1_000), home);
  }

  /** Throws {@link IllegalArgumentException} with a sentence where the words make no sense. */
  static Options of(String[] words, Path home) {
    Options options = brief(home);
    int rounds = 0;
    boolean lawsOnly = false;
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "--long" -> options = lengthy(home);
        case "--rounds" -> rounds = number(i + 1 < words.length ? words[++i] : "");
        case "--laws" -> lawsOnly = true;
        default -> throw new IllegalArgumentException("bench does not know `" + words[i] + "`.");
      }
    }
    return options.with(rounds == 0 ? options.rounds : rounds, lawsOnly);
  }

  private Options with(int number, boolean only) {
    return new Options(number, warmups, iterations, milliseconds, slices, only, slow, home);
  }

  private static int number(String word) {
    if (word.matches("[1-9][0-9]?")) return Integer.parseInt(word);
    throw new IllegalArgumentException("--rounds wants a number from 1 to 99.");
  }
}
