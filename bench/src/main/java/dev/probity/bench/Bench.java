// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.runner.RunnerException;

/** {@code ./probity bench}: checks that all engines agree, then measures them side by side. */
public final class Bench {
  private static final int DISAGREED = 1;
  private static final int WRONG_USE = 2;

  private final Options options;
  private final PrintStream out;

  private Bench(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public static void main(String[] words) throws IOException, RunnerException {
    Path home = Path.of(System.getProperty("probity.home", "."));
    Options options;
    try {
      options = Options.of(words, home);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(Options.USAGE);
      System.exit(WRONG_USE);
      return;
    }
    System.exit(new Bench(options, System.out).run(String.join(" ", words)));
  }

  private int run(String words) throws IOException, RunnerException {
    out.println(Machine.here(InstantSource.system().instant()).text());
    out.println(
        ("./probity bench " + words).strip()
            + ": "
            + options.rounds()
            + " rounds, one JVM for each figure and round ("
            + String.join(" ", Rounds.FLAGS)
            + ")");
    out.println();
    List<Scenarios> packs = new ArrayList<>();
    for (String name : names()) {
      packs.add(Scenarios.of(options.home().resolve("packs").resolve(name).toString()));
    }
    if (!agreed(packs)) return DISAGREED;
    List<Cell> cells = Cell.all(packs.stream().map(Scenarios::folder).toList());
    LawRounds laws = new LawRounds(options, System.err);
    if (!options.lawsOnly())
      new Report(new Rounds(options, cells, System.err).run()).lines(packs).forEach(out::println);
    LawReport.lines(laws.run(packs), laws.run(packs, LawRounds.DAY)).forEach(out::println);
    return 0;
  }

  /** Companies are data: which packs to measure stands in a file. */
  private static List<String> names() throws IOException {
    try (InputStream in = Objects.requireNonNull(Bench.class.getResourceAsStream("packs.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private boolean agreed(List<Scenarios> packs) {
    int wrong = 0;
    out.println("Agreement, before anything is timed");
    for (int i = 0; i < Cell.SIZES.size() && !options.lawsOnly(); i++) {
      int clauses = Integer.parseInt(Cell.SIZES.get(i));
      Agreement found = Agreement.check(clauses, Asked.COUNT, options.slow().get(i));
      wrong += found.disagreements();
      out.println("  " + found.text());
    }
    for (Scenarios pack : packs) {
      int differ = pack.disagreements();
      wrong += differ;
      out.printf(
          "  %s: %d of %d questions disagree between compiled and reference%n",
          pack.name(), differ, pack.questions().size());
    }
    out.println();
    if (wrong > 0) out.println("The engines disagree: nothing was timed.");
    return wrong == 0;
  }
}
