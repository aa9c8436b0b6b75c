// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import dev.probity.notice.text.Line;
import dev.probity.notice.text.NoticeText;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A Markdown notice as the page it stands for, each block marked with the line it begins in, so
 * that lists, tables, links and entities are read by one reader only.
 */
final class MarkdownPage {
  /** The attribute that carries a block's line. */
  static final String LINE = "data-probity-line";

  private static final List<Extension> TABLES = List.of(TablesExtension.create());

  private MarkdownPage() {}

  static Document of(NoticeText notice) {
    String markdown = notice.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    Parser parser =
        Parser.builder().extensions(TABLES).includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(TABLES)
            .attributeProviderFactory(
                context ->
                    (node, tag, attributes) -> {
                      if (node instanceof Block && !node.getSourceSpans().isEmpty()) {
                        int line = node.getSourceSpans().getFirst().getLineIndex() + 1;
                        attributes.put(LINE, Integer.toString(line));
                      }
                    })
            .build();
    return Jsoup.parse(renderer.render(parser.parse(withoutFrontMatter(markdown))));
  }

  /** Blank lines in its place, so that what follows keeps its numbers. */
  private static String withoutFrontMatter(String markdown) {
    if (!markdown.startsWith("---\n")) return markdown;
    int end = markdown.indexOf("\n---\n", 3);
    if (end < 0) return markdown;
    long lines = markdown.substring(0, end + 5).chars().filter(c -> c == '\n').count();
    return "\n".repeat((int) lines) + markdown.substring(end + 5);
  }
}
