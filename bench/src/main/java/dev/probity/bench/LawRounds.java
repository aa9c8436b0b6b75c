// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs {@link Laws} for every pack once a round, in a JVM of its own. */
final class LawRounds {
  /** A day on which all laws but those still to come are in force. */
  static final String DAY = "2026-06-01T00:00:00Z";

  private final Options options;
  private final PrintStream progress;

  LawRounds(Options options, PrintStream progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * The ratios of all rounds, by pack.
   *
   * @param day on which everything is asked; nothing for the scenarios' own dates
   */
  Map<String, List<Double>> run(List<Scenarios> packs, String... day) throws IOException {
    Map<String, List<Double>> ratios = new LinkedHashMap<>();
    for (int round = 1; round <= options.rounds(); round++) {
      for (Scenarios pack : packs) {
        progress.printf("\rlaws, round %d of %d: %-20s", round, options.rounds(), pack.name());
        progress.flush();
        ratios.computeIfAbsent(pack.name(), k -> new ArrayList<>()).add(measure(pack, day));
      }
    }
    progress.printf("\r%60s\r", "");
    return ratios;
  }

  private double measure(Scenarios pack, String... day) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of(Rounds.FLAGS));
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(Laws.class.getName(), pack.folder(), "" + options.slices()));
    words.addAll(List.of(day));
    Process jvm = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (InputStream said = jvm.getInputStream()) {
      return Double.parseDouble(new String(said.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }
}
