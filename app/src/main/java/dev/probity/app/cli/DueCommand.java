// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.kernel.clock.Clock;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.due.Due;
import dev.probity.notice.due.Received;
import dev.probity.notice.due.Statutes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code due [RECORD --received DATE]}. */
@Command(
    name = "due",
    description = {
      "Count by when a law wants a request or a breach dealt with.",
      "RECORD is a right or duty in packs/statutes, such as gdpr.access; left out, all are listed.",
      "What was never checked against the text of the law says \"unverified\". No legal advice."
    },
    footer = "  ./probity due gdpr.access --received 2026-01-31")
final class DueCommand extends Helped implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(arity = "0..1", paramLabel = "RECORD", description = "A record's id.")
  private String record = "";

  @Option(
      names = "--received",
      paramLabel = "DATE",
      description = "The day of receipt, or of what the law counts from; with THH:MM the hour.")
  private String received = "";

  @Option(
      names = "--started",
      paramLabel = "DATE",
      description = "When the clock started, if later: identity proved, fee paid.")
  private String started = "";

  @Option(
      names = "--paused",
      paramLabel = "FROM/TO",
      description = "Days on which the clock stood still, both included. May repeat.")
  private List<String> paused = new ArrayList<>();

  @Option(
      names = "--extended",
      paramLabel = "DATE",
      description = "The day the person was told that it takes longer.")
  private String extended = "";

  @Option(
      names = "--acknowledged",
      paramLabel = "DATE",
      description = "The day receipt was confirmed.")
  private String acknowledged = "";

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  DueCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    Statutes statutes =
        Statutes.read(here.home().resolve("packs/statutes"), here.lexicon().get(), faults);
    if (record.isEmpty()) return faults.isEmpty() ? list(statutes) : refused(faults);
    if (received.isEmpty()) faults.add(missing());
    Optional<Received> event = received.isEmpty() ? Optional.empty() : event(faults);
    Optional<Due> due =
        statutes.record(record, faults).flatMap(r -> event.flatMap(e -> Due.of(r, e, faults)));
    if (due.isEmpty() || !faults.isEmpty()) return refused(faults);
    if (json) Json.print(DueTree.of(due.get()), here.terminal().out());
    else new DueText(here.terminal(), due.get()).print();
    return Exit.FINE;
  }

  private Optional<Received> event(List<Fault> faults) {
    List<Clock.Pause> pauses = Received.pauses(paused, faults);
    Optional<LocalDate> start = day(started, faults);
    Optional<LocalDate> told = day(extended, faults);
    Optional<LocalDate> confirmed = day(acknowledged, faults);
    return Received.parse(received, faults)
        .filter(r -> faults.isEmpty())
        .map(r -> new Received(r.at(), r.hour(), start, pauses, told, confirmed));
  }

  private static Optional<LocalDate> day(String text, List<Fault> faults) {
    return text.isEmpty() ? Optional.empty() : Received.date(text, faults);
  }

  private int refused(List<Fault> faults) {
    here.terminal().faults(faults);
    return Exit.WRONG_USE;
  }

  private static Fault missing() {
    return new Fault(
        "PRB-A001",
        "due needs the day of receipt",
        "write --received DATE, such as --received 2026-01-31",
        Where.file("command line"));
  }

  private int list(Statutes statutes) {
    if (json) {
      Json.print(
          statutes.records().values().stream().map(DueTree::record).toList(),
          here.terminal().out());
    } else {
      DueText.list(here.terminal(), statutes);
    }
    return Exit.FINE;
  }
}
