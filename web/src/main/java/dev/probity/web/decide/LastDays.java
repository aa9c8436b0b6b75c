// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.clause.Within;
import dev.probity.kernel.clock.Calendars;
import dev.probity.kernel.clock.Clock;
import dev.probity.kernel.clock.Span;
import dev.probity.kernel.clock.WorkingDays;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Parameter;
import dev.probity.notice.pack.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How long a no to mail could wait to be honoured by what the notice says and by what laws allow
 * (15 USC 7704(a)(4): ten business days). Here nothing waits; it is told so that people know their
 * right. Immutable.
 *
 * @param notice of several days the earliest; empty where the notice names none
 */
record LastDays(Optional<LocalDate> notice, List<ByLaw> laws) {
  /**
   * What one law allows.
   *
   * @param cite where it does, and whether that was checked
   */
  record ByLaw(String cite, LocalDate day) {}

  /**
   * @param times that the notice's clauses allow for it
   * @param laws by their names among the overlays
   */
  static LastDays of(
      PackSource source, Collection<Within> times, Collection<String> laws, Instant now) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    return new LastDays(notice(source, times, today), laws(source, laws, today));
  }

  /** The laws among the clauses that decide. */
  static Set<String> laws(Collection<String> because) {
    Set<String> laws = new TreeSet<>();
    for (String clause : because)
      if (clause.indexOf(':') > 0) laws.add(clause.substring(0, clause.indexOf(':')));
    return laws;
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    notice.ifPresent(day -> tree.put("notice", day.toString()));
    List<Map<String, Object>> days = new ArrayList<>();
    for (var law : laws) {
      Map<String, Object> day = new LinkedHashMap<>();
      day.put("cite", law.cite());
      day.put("day", law.day().toString());
      days.add(day);
    }
    tree.put("laws", days);
    return tree;
  }

  private static Optional<LocalDate> notice(
      PackSource source, Collection<Within> times, LocalDate today) {
    Clock clock = new Clock(calendar(source), false);
    return times.stream()
        .map(Within::notice)
        .flatMap(layer -> Span.parse(layer).stream())
        .flatMap(span -> due(clock, today, span).stream())
        .min(LocalDate::compareTo);
  }

  private static List<ByLaw> laws(PackSource source, Collection<String> laws, LocalDate today) {
    List<ByLaw> allowed = new ArrayList<>();
    for (String law : laws) {
      PackSource overlay = source.overlays().get(law);
      if (overlay == null) continue;
      for (Parameter parameter : overlay.parameters())
        if (parameter.right() == Parameter.Right.MAIL_OPT_OUT
            && parameter.validity().on(today)
            && parameter.due() instanceof Time.Counted(Span span, String written))
          parameter
              .counting()
              .clock()
              .flatMap(clock -> due(clock, today, span))
              .map(day -> new ByLaw(parameter.label(), day))
              .ifPresent(allowed::add);
    }
    return allowed;
  }

  private static Optional<LocalDate> due(Clock clock, LocalDate today, Span span) {
    try {
      return Optional.of(clock.due(today, span));
    } catch (WorkingDays.OutOfReach e) {
      return Optional.empty();
    }
  }

  /** Of the law on such mail that is laid over the notice; otherwise that of its first region. */
  private static WorkingDays calendar(PackSource source) {
    for (PackSource law : source.overlays().values())
      for (Parameter parameter : law.parameters())
        if (parameter.right() == Parameter.Right.MAIL_OPT_OUT
            && parameter.counting().calendar().isPresent())
          return parameter.counting().calendar().get();
    return source.header().regions().stream()
        .flatMap(LastDays::of)
        .findFirst()
        .orElse(Calendars.EU);
  }

  private static Stream<WorkingDays> of(String region) {
    return switch (region) {
      case "US" -> Stream.of(Calendars.US_FEDERAL);
      case "CA" -> Stream.of(Calendars.CANADA);
      case "SE" -> Stream.of(Calendars.SWEDEN);
      case "UK", "GB" -> Stream.of(Calendars.UK);
      case "EEA", "EU" -> Stream.of(Calendars.EU);
      default -> Stream.empty();
    };
  }
}
