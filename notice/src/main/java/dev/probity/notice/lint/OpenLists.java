// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code open-list}: the notice gives only examples ("such as", "including"), and
 *
 * <ul>
 *   <li>the permit that cites it lists nothing in that dimension, so that the pack is open too; or
 *   <li>the notice says expressly that its list has no end ("without limitation"), and a permit
 *       closes it; or
 *   <li>the list is that of a collection point, whose fields are all it may take.
 * </ul>
 *
 * <p>In the last two the pack is right to close the list, and the notice says more than is done. A
 * permit that lists what it means beside a plain "such as" is fine. English and Swedish. Stateless.
 */
final class OpenLists {
  private static final Pattern OPEN =
      Phrase.of(
          "\\b(?:such as|including|for example|inklusive|såsom|till exempel)\\b"
              + "|\\b(?:e\\.g|t\\.ex|inkl)\\.");
  private static final Pattern ENDLESS =
      Phrase.of("\\bwithout limitation\\b|\\bnot limited to\\b|\\binte begränsa\\w{1,2} till\\b");

  private static final Map<String, Dimension> EXEMPLIFIED =
      Map.of(
          "collect", Dimension.DATA,
          "use", Dimension.PURPOSE,
          "disclose", Dimension.RECIPIENT,
          "sell", Dimension.RECIPIENT);

  private OpenLists() {}

  static List<Found> open(PackSource source, Printed notice) {
    List<Found> found = new ArrayList<>();
    for (Traced sentence : notice.sentences()) {
      String text = sentence.unit().text();
      if (!Phrase.in(text, OPEN)) continue;
      for (Entry entry : notice.citing(sentence, source)) {
        what(entry, Phrase.in(text, ENDLESS), source)
            .ifPresent(what -> found.add(notice.at(sentence, entry, what, FIX)));
      }
    }
    return found;
  }

  private static final String FIX =
      "list what is meant, in the pack now and in the notice at its next version";

  private static Optional<String> what(Entry entry, boolean endless, PackSource source) {
    List<Clause> permits =
        entry.clauses().stream().filter(Clause.Permit.class::isInstance).toList();
    if (permits.stream().anyMatch(OpenLists::unlisted))
      return Optional.of("the notice gives examples, and the permit lists nothing instead");
    if (endless && !permits.isEmpty())
      return Optional.of("the notice says that its list has no end; the permit's has one");
    boolean point = source.keeping(entry.id()).stream().anyMatch(s -> s.section().equals("points"));
    return point
        ? Optional.of("the notice gives examples; the fields of the point are all it may take")
        : Optional.empty();
  }

  private static boolean unlisted(Clause clause) {
    Terms actions = clause.match().terms().get(Dimension.ACTION);
    return actions != null
        && EXEMPLIFIED.entrySet().stream()
            .anyMatch(
                e ->
                    actions.listed().contains(e.getKey())
                        && !clause.match().terms().containsKey(e.getValue()));
  }
}
