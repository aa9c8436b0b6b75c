// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

/** Builds a page: whatever is not markup is escaped. One thread. */
final class Html {
  private final StringBuilder page = new StringBuilder();

  /** Markup of ours, as it is. */
  Html tag(String markup) {
    page.append(markup);
    return this;
  }

  /** Words of anybody's. */
  Html text(String words) {
    page.append(escaped(words));
    return this;
  }

  static String escaped(String words) {
    StringBuilder safe = new StringBuilder(words.length() + 16);
    words
        .codePoints()
        .filter(c -> c >= ' ' || c == '\n' || c == '\t')
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
