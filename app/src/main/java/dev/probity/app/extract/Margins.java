// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Drops what pages repeat at their head and foot: lines that stand, but for their numbers, within
 * the first or last three of most pages. On a single page nothing repeats.
 */
final class Margins {
  private static final int DEEP = 3;

  private static final double MOST = 0.6;

  /** A line without its numbers, at its edge. */
  private record Mark(boolean head, String text) {}

  private Margins() {}

  static List<PageLine> dropped(List<PageLine> lines) {
    Map<Integer, List<PageLine>> pages = new TreeMap<>();
    lines.forEach(l -> pages.computeIfAbsent(l.page(), none -> new ArrayList<>()).add(l));
    Map<Mark, Integer> seen = new HashMap<>();
    pages.values().forEach(page -> marks(page).forEach(m -> seen.merge(m, 1, Integer::sum)));
    int enough = Math.max(2, (int) Math.ceil(MOST * pages.size()));
    Set<Mark> repeated = new HashSet<>();
    seen.forEach(
        (mark, times) -> {
          if (times >= enough) repeated.add(mark);
        });
    return pages.values().stream().flatMap(page -> inner(page, repeated).stream()).toList();
  }

  private static Set<Mark> marks(List<PageLine> page) {
    Set<Mark> marks = new HashSet<>();
    for (int i = 0; i < Math.min(DEEP, page.size()); i++) {
      marks.add(mark(true, page.get(i)));
      marks.add(mark(false, page.get(page.size() - 1 - i)));
    }
    return marks;
  }

  private static List<PageLine> inner(List<PageLine> page, Set<Mark> repeated) {
    List<PageLine> kept = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      PageLine line = page.get(i);
      boolean head = i < DEEP && repeated.contains(mark(true, line));
      boolean foot = i >= page.size() - DEEP && repeated.contains(mark(false, line));
      if (!head && !foot) kept.add(line);
    }
    return kept;
  }

  private static Mark mark(boolean head, PageLine line) {
    return new Mark(head, line.text().replaceAll("\\d+", "#"));
  }
}
