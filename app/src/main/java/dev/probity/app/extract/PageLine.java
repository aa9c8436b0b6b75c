// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

/**
 * A line as it stands on a page: its text, the page's number, where it begins and ends from the
 * left, how far its foot is from the page's top, and the size of its letters, in points. Immutable.
 */
record PageLine(String text, int page, float left, float right, float y, float size) {
  PageLine with(String other) {
    return new PageLine(other, page, left, right, y, size);
  }

  /** What its first word takes with a blank before it, by the breadth of its average letter. */
  float firstWord() {
    int blank = text.indexOf(' ');
    int letters = (blank < 0 ? text.length() : blank) + 1;
    return letters * (right - left) / text.length();
  }
}
