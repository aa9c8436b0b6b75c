// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.fault;

/**
 * A place in the user's input. Lines and columns count from 1; 0 means the whole file. Immutable.
 */
public record Where(String file, int line, int column) implements Comparable<Where> {
  public static Where file(String file) {
    return new Where(file, 0, 0);
  }

  @Override
  public int compareTo(Where other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
