// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one JVM measured for one cell: medians of its iterations, per decision. Immutable.
 *
 * @param cpu processor time in nanoseconds
 * @param wall time on the clock in nanoseconds, in each thread
 */
record Sample(double cpu, double wall, double bytes) {
  static Sample of(RunResult run) {
    List<IterationResult> iterations =
        run.getBenchmarkResults().stream()
            .map(BenchmarkResult::getIterationResults)
            .flatMap(Collection::stream)
            .collect(Collectors.toList());
    return new Sample(
        median(iterations.stream().map(i -> other(i, CpuTime.NAME)).toList()),
        median(iterations.stream().map(i -> i.getPrimaryResult().getScore()).toList()),
        median(iterations.stream().map(i -> other(i, "gc.alloc.rate.norm")).toList()));
  }

  private static double other(IterationResult iteration, String name) {
    return iteration.getSecondaryResults().entrySet().stream()
        .filter(e -> e.getKey().endsWith(name))
        .map(e -> e.getValue())
        .mapToDouble(Result::getScore)
        .findFirst()
        .orElse(Double.NaN);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
