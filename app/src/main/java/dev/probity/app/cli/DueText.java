// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.notice.due.Deadline;
import dev.probity.notice.due.Due;
import dev.probity.notice.due.Statutes;
import dev.probity.notice.pack.Parameter;
import dev.probity.notice.pack.Time;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Due dates for a person: the days, how they were counted, and how sure the numbers are. */
record DueText(Terminal terminal, Due due) {
  static void list(Terminal terminal, Statutes statutes) {
    Table table = new Table(terminal);
    for (Parameter p : statutes.records().values()) {
      table.row(
          Tint.NAME, p.id(), DueTree.word(p.right()), DueTree.says(p.due()), binding(p), p.label());
    }
    table.print();
  }

  private static String binding(Parameter p) {
    return switch (p.validity().status()) {
      case IN_FORCE -> "since " + p.validity().from();
      case VACATED -> "vacated";
      case PROPOSED -> "proposed";
    };
  }

  void print() {
    Parameter p = due.record();
    terminal.line(
        terminal.tint(Tint.STRONG, p.id()) + "  " + DueTree.word(p.right()) + "  " + p.label());
    if (!due.binds()) {
      terminal.line(
          "  " + terminal.tint(Tint.WARN, "does not bind on this day") + ": " + validity(p));
    }
    Table table = new Table(terminal);
    table.row(Tint.DIM, "received", event());
    if (!(due.acknowledgement() instanceof Deadline.Uncounted u
        && u.time() instanceof Time.Silent)) {
      table.row(Tint.DIM, "acknowledge by", said(due.acknowledgement()) + acknowledged());
    }
    table.row(Tint.DIM, "due", said(due.due()));
    if (p.extension() instanceof Time.Counted) {
      table.row(Tint.DIM, "if extended", said(due.extended()) + extension());
    }
    due.lookback()
        .ifPresent(w -> table.row(Tint.DIM, "looks back over", w.from() + " to " + w.to()));
    table.row(Tint.DIM, "calendar", calendar(p));
    table.row(Tint.DIM, "status", validity(p));
    table.row(Tint.DIM, "confidence", confidence(p));
    if (!p.says().isEmpty()) table.row(Tint.DIM, "besides", p.says());
    table.print();
  }

  private String event() {
    var received = due.received();
    String at = received.hour() ? received.at().toString() : received.at().toLocalDate().toString();
    String starts = due.record().counting().starts();
    StringBuilder event = new StringBuilder(at);
    if (!starts.isEmpty() && !starts.equals("receipt")) {
      event.append(", counted from ").append(starts.replace('-', ' '));
    }
    received.started().ifPresent(day -> event.append(", the clock started ").append(day));
    received
        .pauses()
        .forEach(p -> event.append(", paused ").append(p.from()).append(" to ").append(p.to()));
    return event.toString();
  }

  private String said(Deadline deadline) {
    return switch (deadline) {
      case Deadline.Counted c -> terminal.tint(Tint.GOOD, day(c)) + "  " + how(c);
      case Deadline.Uncounted u -> uncounted(u.time());
      case Deadline.Unreached u -> "unknown: " + u.sentence();
    };
  }

  private static String day(Deadline.Counted c) {
    return c.end().map(Object::toString).orElse(c.day().toString());
  }

  private String how(Deadline.Counted c) {
    if (c.end().isPresent()) {
      String from =
          due.received().hour() ? "the next full hour" : "the day's first hour, no hour given";
      return c.span() + " from " + from + "; weekends count";
    }
    if (!c.rolled()) return c.span() + ", " + weekday(c.day());
    return c.span()
        + " ends on "
        + c.last()
        + ", which is no working day; the next is "
        + weekday(c.day());
  }

  private static String weekday(LocalDate day) {
    return "a " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String uncounted(Time time) {
    return switch (time) {
      case Time.Promptly p -> "promptly; the law gives no number";
      case Time.Named n -> n.what().replace('-', ' ');
      case Time.Silent s -> "the law is silent; what the notice or the operator says holds";
      case Time.Counted c -> c.written();
    };
  }

  private String acknowledged() {
    return due.acknowledgedInTime()
        .map(inTime -> inTime ? "; confirmed in time" : "; confirmed too late")
        .orElse("");
  }

  private String extension() {
    return due.extensionHolds()
        .map(
            holds ->
                holds
                    ? "; holds, the person was told in time"
                    : "; does not hold, the person was told too late")
        .orElse("; the person is told, with the reason, while the first time still runs");
  }

  private static String calendar(Parameter p) {
    return p.counting()
        .calendar()
        .map(c -> c.id() + ", " + c.cite())
        .orElse("none, every day counts");
  }

  private static String validity(Parameter p) {
    return switch (p.validity().status()) {
      case IN_FORCE ->
          "in force since "
              + p.validity().from()
              + p.validity().until().map(until -> " until " + until).orElse("");
      case VACATED -> "vacated: a court struck it out";
      case PROPOSED -> "proposed: no law yet";
    };
  }

  private static String confidence(Parameter p) {
    return switch (p.confidence()) {
      case V -> "V, checked against the text";
      case H -> "H, unverified: from memory, very likely right";
      case M -> "M, unverified: from memory, probably right";
      case L -> "L, unverified: have the text read before you rely on it";
    };
  }
}
