// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures every cell once a round, in a JVM of its own, and keeps the samples by round. */
final class Rounds {
  static final String[] FLAGS = {
    "-XX:+UseSerialGC",
    "-Xms1g",
    "-Xmx1g",
    "--sun-misc-unsafe-memory-access=allow",
    "-Dslf4j.internal.verbosity=ERROR"
  };

  private final Options options;
  private final List<Cell> cells;
  private final PrintStream progress;
  private final Map<Cell, List<Sample>> samples = new LinkedHashMap<>();

  Rounds(Options options, List<Cell> cells, PrintStream progress) {
    this.options = options;
    this.cells = cells;
    this.progress = progress;
  }

  Map<Cell, List<Sample>> run() throws RunnerException {
    for (int round = 1; round <= options.rounds(); round++) {
      int done = 0;
      for (Cell cell : cells) {
        progress.printf(
            "\rround %d of %d, %2d of %d: %-28s",
            round, options.rounds(), ++done, cells.size(), cell.method());
        progress.flush();
        samples.computeIfAbsent(cell, c -> new ArrayList<>()).add(measure(cell));
      }
    }
    progress.printf("\r%60s\r", "");
    return samples;
  }

  private Sample measure(Cell cell) throws RunnerException {
    TimeValue slice = TimeValue.milliseconds(options.milliseconds());
    return Sample.of(
        new Runner(
                new OptionsBuilder()
                    .include("\\." + cell.method().replace(".", "\\.") + "$")
                    .param(cell.param(), cell.value())
                    .threads(cell.threads())
                    .forks(1)
                    .warmupIterations(options.warmups())
                    .warmupTime(TimeValue.milliseconds(2L * options.milliseconds()))
                    .measurementIterations(options.iterations())
                    .measurementTime(slice)
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.NANOSECONDS)
                    .addProfiler(GCProfiler.class)
                    .addProfiler(CpuTime.class)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .jvmArgs(FLAGS)
                    .build())
            .runSingle());
  }
}
