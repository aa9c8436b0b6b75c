// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import dev.probity.notice.text.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The lines a reader of a page sees: one for each block, list item, table row and line break. What
 * is not shown (scripts, templates, hidden parts) and what is not the notice (navigation, forms) is
 * left out; style sheets are not evaluated. One thread, one page.
 */
final class HtmlLines implements NodeFilter {
  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "template",
          "noscript",
          "head",
          "nav",
          "svg",
          "math",
          "iframe",
          "object",
          "canvas",
          "audio",
          "video",
          "button",
          "select",
          "input",
          "textarea",
          "dialog");

  private static final Pattern UNSEEN =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden");

  private static final String NOT_PLAIN = "p, li, div, br, table, ul, ol, h1, h2, h3, h4, h5, h6";

  private final Deadline deadline;
  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String bullet = "";
  private int source;

  HtmlLines(Deadline deadline) {
    this.deadline = deadline;
  }

  List<Line> of(Element content) throws Deadline.Passed {
    NodeTraversor.filter(this, content);
    deadline.check();
    end();
    return lines;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (deadline.passed()) return FilterResult.STOP;
    if (node instanceof TextNode words) append(words);
    if (!(node instanceof Element element)) return FilterResult.CONTINUE;
    if (unseen(element)) return FilterResult.SKIP_ENTIRELY;
    if (breaks(element)) end();
    if (element.hasAttr(MarkdownPage.LINE)) {
      source = Integer.parseInt(element.attr(MarkdownPage.LINE));
    }
    if (element.nameIs("li")) bullet = bullet(element);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element)) return FilterResult.CONTINUE;
    if (breaks(element)) end();
    else if (cell(element)) text.append(' ');
    if (element.nameIs("li")) bullet = "";
    return FilterResult.CONTINUE;
  }

  private void append(TextNode words) {
    String plain = words.getWholeText();
    Element parent = words.parent();
    boolean kept = parent != null && parent.closest("pre") != null;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (kept && c == '\n') end();
      else if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') text.append(c);
      else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') text.append(' ');
    }
  }

  /** Closes the line, if it says anything. Its number is the source's, or else the next one. */
  private void end() {
    String said = text.toString().strip();
    text.setLength(0);
    if (said.isEmpty()) return;
    int next = lines.isEmpty() ? 1 : lines.getLast().number() + 1;
    lines.add(new Line(Math.max(next, source), bullet + said));
    bullet = "";
  }

  private static boolean breaks(Element element) {
    return element.nameIs("br") || (element.isBlock() && !cell(element));
  }

  /** A cell of a row that holds words only: the row is one line. */
  private static boolean cell(Element element) {
    Element row = element.parent();
    return (element.nameIs("td") || element.nameIs("th"))
        && row != null
        && row.select(NOT_PLAIN).isEmpty();
  }

  private static String bullet(Element item) {
    Element list = item.parent();
    if (list == null || !list.nameIs("ol")) return "\u2022 ";
    int number = item.elementSiblingIndex() + 1;
    String start = list.attr("start");
    if (start.matches("\\d{1,6}")) number += Integer.parseInt(start) - 1;
    return number + ". ";
  }

  private static boolean unseen(Element element) {
    return SKIPPED.contains(element.normalName())
        || element.hasAttr("hidden")
        || "true".equals(element.attr("aria-hidden"))
        || UNSEEN.matcher(element.attr("style")).find()
        || chrome(element);
  }

  /** The page's own head and foot, not those of an article in it. */
  private static boolean chrome(Element element) {
    return (element.nameIs("header") || element.nameIs("footer"))
        && element.closest("main, article, section") == null;
  }
}
