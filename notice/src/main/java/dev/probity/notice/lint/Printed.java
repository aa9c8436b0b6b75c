// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Verb;
import dev.probity.notice.text.Citation;
import dev.probity.notice.text.Line;
import dev.probity.notice.text.NoticeText;
import dev.probity.notice.text.Reading;
import dev.probity.notice.text.Traced;
import dev.probity.notice.text.Unit;
import dev.probity.notice.text.Units;
import dev.probity.notice.trace.Tracing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A notice as rules read it: its sentences, each with the entries that cite it. Immutable.
 *
 * @param mistakes lines cells that cannot be read or cite nothing
 */
record Printed(NoticeText notice, List<Traced> sentences, List<Fault> mistakes) {
  static Printed of(PackSource source, NoticeText notice) {
    List<Fault> mistakes = new ArrayList<>();
    Map<String, Citation> citations = Tracing.citations(source, mistakes);
    List<Unit> units = Units.split(notice, Reading.of(citations.values()));
    citations.forEach(
        (id, c) -> {
          Entry entry = source.entries().get(id);
          if (entry != null) mistakes.addAll(c.dangling(notice, units, entry.where()));
        });
    return new Printed(notice, Traced.of(units, citations), mistakes);
  }

  /** One finding for each sentence that is so. */
  List<Found> each(Predicate<String> text, String sentence, String fix) {
    return sentences.stream()
        .filter(s -> text.test(s.unit().text()))
        .map(s -> at(s, sentence, fix))
        .toList();
  }

  /** Named by the clauses that cite the sentence, by its line and by its place. */
  Found at(Traced sentence, String says, String fix) {
    Unit unit = sentence.unit();
    List<String> names = new ArrayList<>(sentence.by());
    names.add(String.valueOf(unit.line()));
    names.add(unit.place().toString());
    return new Found(names, says, fix, unit.where(notice.name()));
  }

  List<Entry> citing(Traced sentence, PackSource source) {
    return sentence.by().stream().map(source::head).toList();
  }

  boolean heading(Traced sentence, PackSource source) {
    return !sentence.by().isEmpty()
        && citing(sentence, source).stream()
            .allMatch(e -> e.verb() == Verb.INFORM && e.value().equals("\"heading\""));
  }

  /** The lines with text behind a unit, in order. */
  List<Line> linesAfter(Unit unit) {
    return notice.lines().stream()
        .filter(l -> l.number() > unit.lastLine() && !l.text().isBlank())
        .toList();
  }
}
