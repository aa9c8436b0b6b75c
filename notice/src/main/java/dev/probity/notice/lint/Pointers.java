// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Line;
import dev.probity.notice.text.Traced;
import dev.probity.notice.text.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code dangling-reference}: a sentence points at something that is not there. It announces a list
 * and no list item follows; it ends with "here" and holds no address; it speaks of the link below
 * and no address stands below; it sends people to contact details below and the notice has none
 * below; it announces something with a colon and a heading or nothing follows; or an address in it
 * is cut off or has blanks in it. English and Swedish. Stateless.
 */
final class Pointers {
  private static final int NEAR = 3;

  private static final Pattern ADDRESS = words("https?://\\S|www\\.\\w|\\w@\\w");
  private static final Pattern REACHED =
      words("\\w@\\w|\\+?\\d[\\d ()./-]{6,}\\d|\\b\\d{5}\\b|\\b\\d{3} \\d{2}\\b");
  private static final Pattern ITEM =
      words("^\\s*(?:[-*+•‣◦▪·–—|]|\\(?[0-9ivx]{1,4}[.)]|\\(?[a-z][.)])(?:\\s|\\|).*");

  private static final Pattern LIST =
      words(
          "\\b(?:following list|list below|list that follows|följande lista|listan"
              + " nedan|nedanstående lista)\\W{0,3}$");
  private static final Pattern HERE =
      words(
          "\\b(?:click|tap|press|found|find|available|see|download|read|visit|posted|accessible"
              + "|finns|finner|hittar|klicka|tryck|läs|se|hämta|öppna)\\b.{0,80}\\b(?:here|här)\\W{0,3}$");
  private static final Pattern LINK = words("\\b(?:links? below|länken nedan|länkarna nedan)\\b");
  private static final Pattern CONTACT =
      words(
          "\\b(?:contact|address|e-?mail|phone|kontakt|adress|telefon|e-?post)\\w*\\b.{0,60}"
              + "\\b(?:below|nedan)\\b");
  private static final Pattern ANNOUNCED =
      words("\\b(?:following|as follows|below|följande|nedanstående|nedan)\\b[^:]*:\\W{0,2}$");

  private static final Pattern BLANKS =
      words(
          "https?://\\S+(?<!\\.(?:pdf|html?|docx?|aspx?|php))(?: [^\\s.,;:()]+){1,12}"
              + "\\.(?:pdf|html?|docx?|aspx?|php)\\b");
  private static final Pattern CUT =
      words("https?://(?:www\\.?)?(?=[\\s,;)\\]]|$)|\\bwww\\.(?=[\\s,;)\\]]|$)");

  private Pointers() {}

  private static Pattern words(String regex) {
    return Pattern.compile(regex, CASE_INSENSITIVE | UNICODE_CASE);
  }

  static List<Found> dangling(PackSource source, Printed notice) {
    List<Found> found = new ArrayList<>();
    List<Traced> sentences = notice.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      Traced sentence = sentences.get(i);
      List<Traced> next = sentences.subList(i + 1, sentences.size());
      what(sentence.unit(), next, source, notice)
          .ifPresent(
              what ->
                  found.add(
                      notice.at(
                          sentence,
                          what,
                          "supply what is missing in the notice, and give it in the product"
                              + " meanwhile")));
    }
    return found;
  }

  private static Optional<String> what(
      Unit unit, List<Traced> next, PackSource source, Printed notice) {
    String text = unit.text();
    List<Line> after = notice.linesAfter(unit);
    if (BLANKS.matcher(text).find()) return Optional.of("an address has blanks in it");
    if (CUT.matcher(text).find()) return Optional.of("an address is cut off");
    if (LIST.matcher(text).find() && !follows(after, ITEM, 1))
      return Optional.of("a list is announced and no list follows");
    if (HERE.matcher(text).find() && !has(text, ADDRESS) && !follows(after, ADDRESS, 1))
      return Optional.of("this points to a place and gives no address");
    if (LINK.matcher(text).find() && !has(text, ADDRESS) && !follows(after, ADDRESS, NEAR))
      return Optional.of("this points to a link below and there is none");
    if (CONTACT.matcher(text).find() && !follows(after, REACHED, Integer.MAX_VALUE))
      return Optional.of("this points to contact details below and there are none");
    boolean nothing = next.isEmpty() || notice.heading(next.getFirst(), source);
    if (ANNOUNCED.matcher(text).find() && nothing)
      return Optional.of("something is announced and nothing follows");
    return Optional.empty();
  }

  private static boolean has(String text, Pattern pattern) {
    return pattern.matcher(text).find();
  }

  private static boolean follows(List<Line> after, Pattern pattern, int near) {
    return after.stream().limit(near).anyMatch(line -> has(line.text(), pattern));
  }
}
