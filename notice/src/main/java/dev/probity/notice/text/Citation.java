// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The places of a notice that a clause rests on, as its {@code lines} cell gives them. Two cells
 * mean the same when their {@link #places} are equal. Immutable.
 */
public record Citation(List<Part> parts) implements Cite {
  /**
   * One word of the cell: whole lines (units 0) or, in one line, units. Both ends are inclusive.
   */
  public record Part(int line, int lastLine, int unit, int lastUnit) {
    boolean whole() {
      return unit == 0;
    }

    boolean touches(Unit it) {
      if (whole()) return line <= it.lastLine() && it.line() <= lastLine;
      return line == it.line() && unit <= it.number() && it.number() <= lastUnit;
    }

    @Override
    public String toString() {
      String start = new Place(line, unit).toString();
      if (whole()) return lastLine == line ? start : start + "-" + lastLine;
      return lastUnit == unit ? start : start + "-" + lastUnit;
    }
  }

  public Citation {
    parts = List.copyOf(parts);
  }

  /** Every place of every part, ranges expanded. */
  public SortedSet<Place> places() {
    SortedSet<Place> places = new TreeSet<>();
    for (Part part : parts) {
      for (int line = part.line(); line <= part.lastLine(); line++) {
        for (int unit = part.unit(); unit <= part.lastUnit(); unit++) {
          places.add(new Place(line, unit));
        }
      }
    }
    return places;
  }

  /** Whether some part cites a sentence and not a line. */
  public boolean numbersUnits() {
    return parts.stream().anyMatch(part -> !part.whole());
  }

  /** Whether the clause rests on this unit, or on a line that the unit stands in. */
  public boolean touches(Unit unit) {
    return parts.stream().anyMatch(part -> part.touches(unit));
  }

  /** A fault for each part that points at nothing: a line without text, a sentence too many. */
  public List<Fault> dangling(NoticeText notice, List<Unit> units, Where where) {
    Set<Place> there =
        units.stream().map(Unit::place).collect(Collectors.toCollection(HashSet::new));
    notice.lines().stream()
        .filter(line -> !line.text().isBlank())
        .forEach(line -> there.add(new Place(line.number(), 0)));
    List<Fault> faults = new ArrayList<>();
    for (Part part : parts) {
      boolean begins = there.contains(new Place(part.line(), part.unit()));
      boolean ends = there.contains(new Place(part.lastLine(), part.lastUnit()));
      if (!begins || !ends)
        faults.add(dangling(part, begins ? part.lastLine() : part.line(), notice, units, where));
    }
    return faults;
  }

  private static Fault dangling(
      Part part, int line, NoticeText notice, List<Unit> units, Where where) {
    long has = units.stream().filter(u -> u.place().line() == line).count();
    return new Fault(
        "PRB-N105",
        "The lines cell cites `" + part + "`, which is not in " + notice.name() + ".",
        (has == 0 ? "No sentence begins on line " : "Line ")
            + line
            + (has == 0 ? "" : has == 1 ? " holds 1 sentence" : " holds " + has + " sentences")
            + "; cite one that is there.",
        where);
  }

  /** As a cell is written. */
  @Override
  public String toString() {
    return parts.stream().map(Part::toString).collect(Collectors.joining(" "));
  }
}
