// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import dev.probity.kernel.fault.Where;

/**
 * A sentence of a notice, or the heading, list item or address line that stands for one. {@code
 * number} counts the units that begin in {@code line}; columns count Java chars from 1; {@code
 * endColumn} stands just behind the last character, in {@code lastLine}. The text is as printed,
 * without bullet and outer blanks; of a wrapped sentence, with one blank where a line broke.
 * Immutable.
 */
public record Unit(int line, int number, int column, int lastLine, int endColumn, String text) {
  public Place place() {
    return new Place(line, number);
  }

  public Where where(String file) {
    return new Where(file, line, column);
  }
}
