// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@code lines} cell. All quantifiers are bounded: no number overflows, none runs away. */
final class Cites {
  private static final Pattern LINES = Pattern.compile("([1-9][0-9]{0,6})(?:-([1-9][0-9]{0,6}))?");
  private static final Pattern UNITS =
      Pattern.compile("([1-9][0-9]{0,6})\\.([1-9][0-9]{0,4})(?:-(?:\\1\\.)?([1-9][0-9]{0,4}))?");

  private static final int LONGEST_CELL = 1_000;

  /** So that expanding a cell stays cheap; no clause rests on more lines. */
  private static final int LONGEST_RANGE = 10_000;

  private static final String FIX =
      "Write lines as 42 or 183-192, sentences of a line as 96.1 or 82.1-3, set apart by blanks.";

  private Cites() {}

  static Cite parse(String cell, Where where) {
    if (cell.length() > LONGEST_CELL) {
      return mistake("is longer than " + LONGEST_CELL + " characters", where);
    }
    if (cell.isBlank()) return mistake("is empty", where);
    List<Citation.Part> parts = new ArrayList<>();
    for (String word : cell.strip().split("\\s+")) {
      Citation.@Nullable Part part = part(word);
      if (part == null) return mistake("holds `" + word + "`, which is no place", where);
      if (length(part) < 1) return mistake("holds `" + word + "`, which runs backwards", where);
      if (length(part) > LONGEST_RANGE) {
        return mistake("holds `" + word + "`, more than " + LONGEST_RANGE + " places", where);
      }
      parts.add(part);
    }
    return new Citation(parts);
  }

  private static Citation.@Nullable Part part(String word) {
    Matcher lines = LINES.matcher(word);
    if (lines.matches()) {
      int from = Integer.parseInt(lines.group(1));
      return new Citation.Part(from, number(lines.group(2), from), 0, 0);
    }
    Matcher units = UNITS.matcher(word);
    if (!units.matches()) return null;
    int line = Integer.parseInt(units.group(1));
    int from = Integer.parseInt(units.group(2));
    return new Citation.Part(line, line, from, number(units.group(3), from));
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static int length(Citation.Part part) {
    return part.lastLine() - part.line() + part.lastUnit() - part.unit() + 1;
  }

  private static Cite mistake(String what, Where where) {
    return new Cite.Mistake(new Fault("PRB-N104", "The lines cell " + what + ".", FIX, where));
  }
}
