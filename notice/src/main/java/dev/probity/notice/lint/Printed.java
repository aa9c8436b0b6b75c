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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A notice as rules read it: its sentences, each with the entries that cite it. Immutable.
 *
 * @param mistakes lines cells that cannot be read or cite nothing
 */
record Printed(NoticeText notice, List<Traced> sentences, List<Fault> mistakes) {
  private static final Comparator<Line> BY_NUMBER = Comparator.comparingInt(Line::number);

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

  /** At one of the clauses that cite the sentence. */
  Found at(Traced sentence, Entry entry, String says, String fix) {
    return new Found(
        List.of(entry.id(), entry.row()), says, fix, sentence.unit().where(notice.name()));
  }

  List<Entry> citing(Traced sentence, PackSource source) {
    return sentence.by().stream().map(source::head).toList();
  }

  boolean heading(Traced sentence, PackSource source) {
    return !sentence.by().isEmpty()
        && citing(sentence, source).stream()
            .allMatch(e -> e.verb() == Verb.INFORM && e.value().equals("\"heading\""));
  }

  /** Whether the sentence is the last one, or the next is the heading of another clause. */
  boolean nothingUnder(int index, PackSource source) {
    if (index + 1 == sentences.size()) return true;
    Traced next = sentences.get(index + 1);
    return heading(next, source)
        && next.by().stream().noneMatch(sentences.get(index).by()::contains);
  }

  /** The first lines with text behind a unit. */
  List<Line> linesAfter(Unit unit, int most) {
    List<Line> lines = notice.lines();
    int from = Collections.binarySearch(lines, new Line(unit.lastLine(), ""), BY_NUMBER);
    return lines.subList(from + 1, lines.size()).stream()
        .filter(l -> !l.text().isBlank())
        .limit(most)
        .toList();
  }
}
