// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures as tables: medians over the rounds, and ratios taken within each round. */
final class Report {
  private final Map<Cell, List<Sample>> samples;
  private final List<String> lines = new ArrayList<>();

  Report(Map<Cell, List<Sample>> samples) {
    this.samples = samples;
  }

  List<String> lines(List<Scenarios> packs) {
    generated();
    threads();
    real(packs);
    goals();
    return lines;
  }

  private void generated() {
    say("Generated notice, processor time per decision (median over the rounds), bytes allocated");
    say("%-34s %11s %11s %11s   %s", "clauses", "60", "600", "6,000", "B/op at 60 / 6,000");
    row("handles in, facts at hand", Cell.HANDLES);
    row("handles in, facts filled by handle", Cell.FACTS);
    row("names in, facts filled by name", Cell.NAMES);
    row("jCasbin, request built ahead", Cell.CASBIN);
    row("reference", Cell.REFERENCE);
    row("loading parsed clauses, warm", Cell.LOAD);
    say("");
    say("%-34s %11s %11s %11s", "ratio within a round (median)", "60", "600", "6,000");
    ratios("jCasbin / names in", Cell.CASBIN, Cell.NAMES);
    ratios("jCasbin / handles in", Cell.CASBIN, Cell.HANDLES);
    ratios("reference / handles in", Cell.REFERENCE, Cell.HANDLES);
    say("");
  }

  private void row(String title, String method) {
    List<String> cells = new ArrayList<>();
    for (String size : Cell.SIZES) cells.add(time(median(Cell.of(method, size), Sample::cpu)));
    say(
        "%-34s %11s %11s %11s   %,.0f / %,.0f",
        title,
        cells.get(0),
        cells.get(1),
        cells.get(2),
        median(Cell.of(method, "60"), Sample::bytes),
        median(Cell.of(method, "6000"), Sample::bytes));
  }

  private void ratios(String title, String slow, String fast) {
    List<String> cells = new ArrayList<>();
    for (String size : Cell.SIZES) {
      cells.add(
          String.format(
              Locale.ROOT, "%,.0f x", ratio(Cell.of(slow, size), Cell.of(fast, size)).middle()));
    }
    say("%-34s %11s %11s %11s", title, cells.get(0), cells.get(1), cells.get(2));
  }

  private void threads() {
    say(
        "Two threads on one shared pack, handles in: processor time per decision against one"
            + " thread");
    for (String size : List.of("60", "6000")) {
      Cell one = Cell.of(Cell.HANDLES, size);
      Cell two = Cell.twice(Cell.HANDLES, size);
      say(
          "  %s clauses: %s against %s, ratio %s; on the clock %s against %s in each thread",
          size,
          time(median(two, Sample::cpu)),
          time(median(one, Sample::cpu)),
          ratio(two, one),
          time(median(two, Sample::wall)),
          time(median(one, Sample::wall)));
    }
    say("");
  }

  private void real(List<Scenarios> packs) {
    say("Real packs, the questions of their own scenarios, filled in ahead");
    for (Scenarios pack : packs) {
      Cell compiled = Cell.real("compiled", pack.folder());
      Cell reference = Cell.real("reference", pack.folder());
      say(
          "  %-10s %d clauses, %d questions: compiled %s, %,.0f B/op; reference %s; ratio %s",
          pack.name(),
          pack.clauses(),
          pack.questions().size(),
          time(median(compiled, Sample::cpu)),
          median(compiled, Sample::bytes),
          time(median(reference, Sample::cpu)),
          ratio(reference, compiled));
    }
    say("");
  }

  private void goals() {
    Cell small = Cell.of(Cell.HANDLES, "60");
    Cell large = Cell.of(Cell.HANDLES, "6000");
    Cell names = Cell.of(Cell.NAMES, "60");
    double bytes = Math.max(median(small, Sample::bytes), median(large, Sample::bytes));
    Ratio growth = ratio(large, small);
    Ratio ahead = ratio(Cell.of(Cell.CASBIN, "60"), names);
    double load = median(Cell.of(Cell.LOAD, "6000"), Sample::cpu) / 1e6;
    double taken = median(names, Sample::bytes);
    say("Goals");
    goal(Math.round(bytes) == 0, "handles in allocate 0 B/op", "%.3f B/op", bytes);
    goal(growth.middle() <= 2.5, "6,000 clauses cost at most 2.5 x 60", "%s", growth);
    goal(taken <= 64, "names in allocate at most 64 B/op", "%.1f B/op", taken);
    goal(ahead.middle() >= 40, "names in at least 40 x jCasbin at 60", "%s", ahead);
    goal(load <= 100, "6,000 clauses load in 100 ms, warm", "%.1f ms", load);
  }

  private void goal(boolean met, String what, String figure, Object measured) {
    say("  %-7s %-38s " + figure, met ? "met" : "MISSED", what, measured);
  }

  private void say(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values).stripTrailing());
  }

  private double median(Cell cell, ToDoubleFunction<Sample> figure) {
    return Sample.median(of(cell).stream().mapToDouble(figure).boxed().toList());
  }

  private List<Sample> of(Cell cell) {
    return samples.getOrDefault(cell, List.of());
  }

  /** Processor time of one over that of the other, in each round. */
  private Ratio ratio(Cell one, Cell other) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < of(one).size(); i++) all.add(of(one).get(i).cpu() / of(other).get(i).cpu());
    return new Ratio(all);
  }

  private static String time(double nanos) {
    if (nanos < 1_000) return String.format(Locale.ROOT, "%.1f ns", nanos);
    if (nanos < 1_000_000) return String.format(Locale.ROOT, "%.2f us", nanos / 1_000);
    return String.format(Locale.ROOT, "%.2f ms", nanos / 1_000_000);
  }
}
