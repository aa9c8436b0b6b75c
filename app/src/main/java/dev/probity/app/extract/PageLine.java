// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

/**
 * A line as it stands on a page: its text, the page's number, the height of its foot from the
 * page's top and the size of its letters, in points. Immutable.
 */
record PageLine(String text, int page, float y, float size) {
  PageLine with(String other) {
    return new PageLine(other, page, y, size);
  }
}
