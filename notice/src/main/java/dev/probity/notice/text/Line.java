// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

/**
 * One line of a notice under the number an editor shows, counted from 1, without its line end.
 * Whoever extracts a text may leave lines out; those that stay keep their numbers. Immutable.
 */
public record Line(int number, String text) {
  public Line {
    if (number < 1) throw new IllegalArgumentException("lines count from 1, not " + number);
  }

  boolean blank() {
    return Bullets.textStart(text) == text.length();
  }
}
