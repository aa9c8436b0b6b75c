// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

import dev.probity.notice.cover.Coverage;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.NoticeText;

/**
 * Coverage as one page over the notice: no script, no request, nothing but itself. Immutable.
 *
 * @param language of the page's own words: {@code en} or {@code sv}
 */
public record HeatMap(PackSource source, Coverage coverage, NoticeText notice, String language) {
  /** The page. */
  public String html() {
    Covered it = Covered.of(source, coverage, Words.in(language));
    Html page = new Html();
    new Head(it, notice, page).print();
    new Body(it, notice, page).print();
    Lists lists = Lists.of(it, page);
    lists.findings();
    lists.clauses();
    page.tag("<footer>").text(it.words().madeBy() + " " + source.pack().name()).tag("</footer>");
    return page.tag("\n</body>\n</html>\n").toString();
  }
}
