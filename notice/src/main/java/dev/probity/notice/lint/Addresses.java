// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Traced;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules on a notice's own addresses, known by a word of the company's name in them. Stateless. */
final class Addresses {
  private static final String HOST = "((?:[\\w-]{1,63}\\.){1,4}\\p{Alpha}{2,10})\\b";
  private static final Pattern SITE = Phrase.of("(?:https?://|\\bwww\\.)" + HOST);
  private static final Pattern MAILBOX = Phrase.of("\\w@" + HOST);
  private static final Pattern TAIL =
      Pattern.compile(
          "^(?:com|org|net|info|edu|gov|eu|se|uk|de|io|health)(?=$|[/),;]|\\s+(?:\\(|and\\b|or\\b|och\\b|for\\b))");
  private static final Pattern HEAD = Pattern.compile("(?<![\\p{L}.])(?!www$)\\p{L}[\\w-]{2,62}$");

  /** Shorter words are in too many names to show whose an address is. */
  private static final int TELLING = 4;

  private Addresses() {}

  /**
   * {@code two-domains}: a mailbox of the company's lies in another domain than its site. Found
   * once for each such domain.
   */
  static List<Found> twoDomains(PackSource source, Printed notice) {
    Set<String> sites = new LinkedHashSet<>();
    for (Traced sentence : notice.sentences()) sites.addAll(own(sentence, SITE, source));
    if (sites.isEmpty()) return List.of();
    List<Found> found = new ArrayList<>();
    for (Traced sentence : notice.sentences()) {
      if (sites.addAll(own(sentence, MAILBOX, source)))
        found.add(
            notice.at(
                sentence,
                "site and mailbox of the company lie in different domains",
                "use one domain, or say in the notice that both are the company's"));
    }
    return found;
  }

  /** {@code split-address}: a line ends with a name, and the next begins with its ending. */
  static List<Found> split(PackSource source, Printed notice) {
    List<Found> found = new ArrayList<>();
    List<Traced> sentences = notice.sentences();
    for (int i = 0; i + 1 < sentences.size(); i++) {
      String here = sentences.get(i).unit().text().strip();
      if (Phrase.in(here, HEAD) && Phrase.in(sentences.get(i + 1).unit().text(), TAIL))
        found.add(
            notice.at(
                sentences.get(i),
                "an address is split over two sentences: its full stop was taken for an end",
                "join the two"));
    }
    return found;
  }

  private static Set<String> own(Traced sentence, Pattern address, PackSource source) {
    Set<String> domains = new LinkedHashSet<>();
    Matcher matcher = address.matcher(sentence.unit().text());
    while (matcher.find()) {
      String[] labels = matcher.group(1).toLowerCase(Locale.ROOT).split("\\.");
      String name = labels[labels.length - 2];
      boolean ours =
          Stream.of(source.header().controller().toLowerCase(Locale.ROOT).split("\\W+"))
              .anyMatch(w -> w.length() >= TELLING && name.contains(w));
      if (ours) domains.add(name + "." + labels[labels.length - 1]);
    }
    return domains;
  }
}
