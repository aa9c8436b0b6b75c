// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.page;

import dev.probity.notice.pack.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes HTML and escapes every text and every value, whoever gave it. One thread. */
public final class Html {
  private static final Set<String> VOID = Set.of("meta", "link", "input", "br");

  private final StringBuilder out = new StringBuilder();

  /**
   * Opens an element, or writes a void one.
   *
   * @param attributes names and values in turn; a value of {@code null} has no room here, an empty
   *     one is written as the bare name
   */
  public Html open(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]);
      if (!attributes[i + 1].isEmpty()) {
        out.append("=\"");
        escape(attributes[i + 1]);
        out.append('"');
      }
    }
    out.append('>');
    if (VOID.contains(element)) out.append('\n');
    return this;
  }

  public Html text(String text) {
    escape(text);
    return this;
  }

  public Html close(String element) {
    out.append("</").append(element).append(">\n");
    return this;
  }

  /** An element with nothing but text in it. */
  public Html all(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /** What a pack says, marked where it is in another language than the page. */
  public Html said(String element, Said said, Language page, String... attributes) {
    String text = said.in(page.code());
    String language = said.spoken(page.code());
    if (language.equals(page.code())) return all(element, text, attributes);
    List<String> marked = new ArrayList<>(List.of(attributes));
    marked.addAll(List.of("lang", language));
    return all(element, text, marked.toArray(String[]::new));
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
