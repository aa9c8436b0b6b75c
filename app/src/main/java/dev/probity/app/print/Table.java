// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of words in aligned columns; the last column is wrapped at the terminal's width under
 * itself. One thread.
 */
public final class Table {
  private static final String GAP = "  ";
  private static final int NARROWEST = 24;

  private record Row(List<String> cells, List<Tint> tints) {}

  private final Terminal terminal;
  private final List<Row> rows = new ArrayList<>();

  public Table(Terminal terminal) {
    this.terminal = terminal;
  }

  /** One row; the tint colours its first cell. */
  public void row(Tint tint, String... cells) {
    rows.add(new Row(List.of(cells), List.of(tint)));
  }

  public void print() {
    int columns = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
    int[] widths = new int[columns];
    for (Row row : rows) {
      for (int i = 0; i < row.cells().size() - 1; i++) {
        widths[i] = Math.max(widths[i], columns(row.cells().get(i)));
      }
    }
    rows.forEach(row -> print(row, widths));
  }

  private void print(Row row, int[] widths) {
    StringBuilder line = new StringBuilder("  ");
    int indent = 2;
    for (int i = 0; i < row.cells().size() - 1; i++) {
      String cell = row.cells().get(i);
      line.append(i == 0 ? terminal.tint(row.tints().getFirst(), cell) : cell);
      line.repeat(' ', widths[i] - columns(cell)).append(GAP);
      indent += widths[i] + GAP.length();
    }
    String last = row.cells().getLast();
    List<String> wrapped = wrap(last, Math.max(NARROWEST, terminal.width() - indent));
    terminal.line((line + wrapped.getFirst()).stripTrailing());
    for (String more : wrapped.subList(1, wrapped.size())) terminal.line(" ".repeat(indent) + more);
  }

  /** Lines of at most {@code width} columns, broken at blanks; a longer word stands alone. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && columns(line) + 1 + columns(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) line.append(' ');
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int columns(CharSequence text) {
    return (int) text.codePoints().count();
  }
}
