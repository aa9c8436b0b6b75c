// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clock.Span;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.pack.Parameter;
import dev.probity.notice.pack.Section;
import dev.probity.notice.pack.Time;
import dev.probity.notice.yaml.Form;
import dev.probity.vault.seal.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What stands against erasing somebody, and how long a record of it is owed. Stateless. */
final class Retaining {
  private static final String HOLD = "legal.hold";

  private Retaining() {}

  /**
   * A ground on which something of hers has to stay.
   *
   * @param until the day it ends, where that is known
   */
  record Ground(Set<String> clauses, Optional<LocalDate> until) {
    Map<String, Object> tree() {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("because", clauses);
      until
          .filter(day -> !day.equals(LocalDate.MAX))
          .ifPresent(day -> tree.put("until", day.toString()));
      return tree;
    }
  }

  /** Nothing where everything may go. */
  static Optional<Ground> of(
      Controller controller, Facts facts, List<Origin> values, Instant moment) {
    Set<String> clauses = new TreeSet<>();
    if (held(facts, moment)) {
      clauses.add(HOLD);
      clauses.addAll(naming(controller));
    }
    List<LocalDate> ends = new ArrayList<>();
    for (Section section : controller.source().section("retention"))
      owed(controller, section, values, moment)
          .ifPresent(
              end -> {
                clauses.addAll(section.keeps());
                if (section.keeps().isEmpty()) clauses.add(section.name());
                ends.add(end);
              });
    if (clauses.isEmpty()) return Optional.empty();
    return Optional.of(new Ground(clauses, ends.stream().max(LocalDate::compareTo)));
  }

  private static boolean held(Facts facts, Instant moment) {
    return facts.evidence().stream()
        .filter(document -> document.validAt(moment))
        .map(Document::kind)
        .anyMatch(kind -> kind.equals(HOLD) || kind.startsWith(HOLD + "."));
  }

  /** Clauses about keeping that know of a hold. */
  private static Set<String> naming(Controller controller) {
    Set<String> cites = new TreeSet<>();
    for (Clause clause : controller.source().pack().clauses())
      if (clause
          .conditions()
          .anyMatch(c -> c instanceof Condition.Evidence e && e.kinds().contains(HOLD)))
        cites.add(clause.cite());
    return cites;
  }

  /** When the law's time to keep ends for the last of these values that it covers. */
  private static Optional<LocalDate> owed(
      Controller controller, Section section, List<Origin> values, Instant moment) {
    Form form = Form.of(section.node(), "a period", new ArrayList<>());
    Optional<Form> keep = form.form("keep", "`keep`");
    String law = keep.flatMap(k -> k.text("law")).orElse("");
    if (law.isEmpty()) return Optional.empty();
    Optional<Period> period =
        Stream.of(
                law,
                keep.flatMap(k -> k.text("notice")).orElse(""),
                keep.flatMap(k -> k.text("operator")).orElse(""))
            .flatMap(text -> Span.parse(text).flatMap(Retaining::period).stream())
            .findFirst();
    Tree data = controller.source().pack().vocabulary().tree(Dimension.DATA);
    Set<String> covered = Set.copyOf(form.words("data"));
    LocalDate today = day(moment);
    return values.stream()
        .filter(origin -> data.withinAny(origin.element(), covered))
        .map(origin -> period.map(p -> day(origin.at()).plus(p)).orElse(LocalDate.MAX))
        .filter(today::isBefore)
        .max(LocalDate::compareTo);
  }

  /**
   * The first day on which no law that is laid over the notice asks any more for the record of what
   * was done (45 CFR 164.528(a): six years of disclosures; 11 CCR 7101: 24 months of requests).
   */
  static LocalDate linkedUntil(Controller controller, Instant moment) {
    LocalDate today = day(moment);
    return controller.source().overlays().values().stream()
        .flatMap(law -> law.parameters().stream())
        .map(Parameter::keep)
        .flatMap(keep -> keep instanceof Time.Counted c ? period(c.span()).stream() : Stream.of())
        .map(today::plus)
        .max(LocalDate::compareTo)
        .orElse(today);
  }

  /** Nothing for what is counted in working days or hours: no time to keep is. */
  private static Optional<Period> period(Span span) {
    return switch (span) {
      case Span.Days days -> Optional.of(Period.ofDays(days.count()));
      case Span.Months months -> Optional.of(Period.ofMonths(months.count()));
      case Span.BusinessDays days -> Optional.empty();
      case Span.Hours hours -> Optional.empty();
      case Span.AtOnce now -> Optional.empty();
    };
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
