// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

/**
 * A line as it stands on a page: its text, the page's number, where it begins and ends from the
 * left, how far its foot is from the page's top, and the size of its letters, in points. Immutable.
 */
record PageLine(String text, int page, float left, float right, float y, float size) {
  /** How far it stands below another, in heights of the larger one's letters. */
  double gapTo(PageLine above) {
    return (y - above.y()) / Math.max(1, Math.max(above.size(), size));
  }

  /** What its first word takes with a blank before it, by the breadth of its average letter. */
  float firstWord() {
    int blank = text.indexOf(' ');
    int letters = (blank < 0 ? text.length() : blank) + 1;
    return letters * (right - left) / text.length();
  }
}
