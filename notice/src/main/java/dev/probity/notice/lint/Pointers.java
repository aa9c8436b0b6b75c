// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Line;
import dev.probity.notice.text.Traced;
import dev.probity.notice.text.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code dangling-reference}: a sentence points at something that is not there. It announces a list
 * and no list item follows; it ends with "here" and holds no address; it speaks of the link below
 * and no address stands below; it sends people to contact details below and the notice has none
 * below; it announces something with a colon and another clause's heading or nothing follows; it
 * sends people to a section by its number and no section bears that number; or an address or a
 * telephone number in it is cut off, or an address has blanks in it. English and Swedish.
 * Stateless.
 */
final class Pointers {
  private static final String FIX =
      "supply what is missing in the notice, and give it in the product meanwhile";

  /** How many lines below a link "below" may stand. */
  private static final int NEAR = 3;

  private static final Pattern ADDRESS = Phrase.of("https?://\\S|\\bwww\\.\\w|\\w@\\w");
  private static final Pattern ADDRESS_FIRST = Phrase.of("^\\W{0,9}(?:https?://\\S|www\\.\\w)");
  private static final Pattern REACHED =
      Phrase.of("\\w@\\w|\\d[\\d ()./-]{6,20}\\d|\\b\\d{5}\\b|\\b\\d{3} \\d{2}\\b");
  private static final Pattern ITEM =
      Phrase.of("^\\s*(?:[-*+•‣◦▪·–—|]|\\(?[0-9ivx]{1,4}[.)]|\\(?[a-z][.)])[\\s|]");

  private static final Pattern LIST =
      Phrase.of(
          "\\b(?:following list|list below|list that follows"
              + "|följande lista|listan nedan|nedanstående lista)\\W{0,3}$");
  private static final Pattern HERE =
      Phrase.of(
          "\\b(?:click|tap|press|found|find|available|see|download|read|visit|posted|accessible"
              + "|finns|finner|hittar|klicka|tryck|läs|se|hämta|öppna)\\b.{0,80}\\b(?:here|här)"
              + "\\W{0,3}$");
  private static final Pattern LINK =
      Phrase.of("\\b(?:links? below|länken nedan|länkarna nedan)\\b");
  private static final Pattern CONTACT =
      Phrase.of(
          "\\b(?:contact|address|e-?mail|phone|kontakt|adress|telefon|e-?post)\\w*\\b.{0,60}"
              + "\\b(?:below|nedan)\\b");
  private static final Pattern ANNOUNCED =
      Phrase.of(
          "\\b(?:following|as follows|below|följande|nedanstående|nedan)\\b[^:]{0,200}:\\W{0,2}$");

  private static final Pattern NUMBERED =
      Phrase.of(
          "\\b(?:section|avsnitt|punkt) (\\d{1,2})(?:\\.\\d+)? (?:above|below|ovan|nedan)\\b");

  private static final String FILES = "\\.(?:pdf|html?|docx?|aspx?|php)";
  private static final Pattern BLANKS =
      Phrase.of(
          "https?://\\S{1,300}(?<!" + FILES + ")(?: [^\\s.,;:()]{1,60}){1,12}" + FILES + "\\b");
  private static final Pattern CUT =
      Phrase.of(
          "https?://(?:www\\.?)?(?=[\\s,;)\\]]|$)|\\bwww\\.(?=[\\s,;)\\]]|$)"
              + "|\\b(?:at|see|visit|på|se|besök) (?:https?|www)\\W{0,3}$"
              + "|\\b(?:call|phone|telephone|ring)\\b\\D{0,20}\\b(?!112|911|999)\\d{3}\\W{0,2}$");

  private final PackSource source;
  private final Printed notice;
  private final int lastReached;

  private Pointers(PackSource source, Printed notice) {
    this.source = source;
    this.notice = notice;
    this.lastReached =
        notice.notice().lines().stream()
            .filter(l -> Phrase.in(l.text(), REACHED))
            .mapToInt(Line::number)
            .max()
            .orElse(0);
  }

  static List<Found> dangling(PackSource source, Printed notice) {
    Pointers pointers = new Pointers(source, notice);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < notice.sentences().size(); i++) {
      Traced sentence = notice.sentences().get(i);
      pointers.what(i).ifPresent(what -> found.add(notice.at(sentence, what, FIX)));
    }
    return found;
  }

  private Optional<String> what(int index) {
    Unit unit = notice.sentences().get(index).unit();
    String text = unit.text();
    if (Phrase.in(text, BLANKS)) return Optional.of("an address has blanks in it");
    if (Phrase.in(text, CUT)) return Optional.of("an address or a number is cut off");
    if (Phrase.in(text, LIST) && !near(unit, ITEM, 1))
      return Optional.of("a list is announced and no list follows");
    if (Phrase.in(text, HERE) && !Phrase.in(text, ADDRESS) && !near(unit, ADDRESS_FIRST, 1))
      return Optional.of("this points to a place and gives no address");
    if (Phrase.in(text, LINK) && !Phrase.in(text, ADDRESS) && !near(unit, ADDRESS, NEAR))
      return Optional.of("this points to a link below and there is none");
    if (Phrase.in(text, CONTACT) && lastReached <= unit.lastLine())
      return Optional.of("this points to contact details below and there are none");
    if (Phrase.in(text, ANNOUNCED) && notice.nothingUnder(index, source))
      return Optional.of("something is announced and nothing follows");
    if (sentToNoSection(text))
      return Optional.of("this points to a section by a number that none bears");
    return Optional.empty();
  }

  private boolean sentToNoSection(String text) {
    Matcher sent = NUMBERED.matcher(text);
    if (!sent.find()) return false;
    Pattern title =
        Phrase.of(
            "^\\W{0,5}(?:section |avsnitt |punkt |§ ?)?"
                + sent.group(1)
                + "(?:[.):]|\\s+(?!above|below|ovan|nedan)\\p{L})");
    return notice.notice().lines().stream().noneMatch(line -> Phrase.in(line.text(), title));
  }

  private boolean near(Unit unit, Pattern wanted, int lines) {
    return notice.linesAfter(unit, lines).stream().anyMatch(l -> Phrase.in(l.text(), wanted));
  }
}
