// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Traced;
import dev.probity.notice.text.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code foreign-company}: a name stands where the company's own belongs, which is how the residue
 * of a template shows. A name is a capitalised word with a legal form behind it ("Ltd."), or one
 * within a sentence that does to data what a controller does ("that Fremmande transmits"). It is no
 * stranger if it is the controller's, an alias, or introduced: behind "such as" or "including",
 * defined in brackets or quotes, or with an address of its own in the notice. Stateless.
 */
final class Companies {
  /** More names than these are a list of companies, not the residue of a template. */
  private static final int MOST = 100;

  private static final String NAME = "(\\p{Lu}[\\p{L}\\d&'’-]{1,40})";
  private static final Pattern FORM =
      Pattern.compile(
          "((?:\\p{Lu}[\\p{L}\\d&'’-]{0,40},? ){1,4})(?:Inc|LLC|L\\.L\\.C|Ltd|Corp|Corporation"
              + "|GmbH|AB|AG|PLC|Plc|plc|Oy|ApS|A/S|B\\.V|S\\.A|Pty)\\b");
  private static final Pattern ACTING =
      Pattern.compile(
          "\\b(?:that|which|whom|what|whether|how|when|because|som|vilka|att|hur|när) "
              + NAME
              + " (?:(?:will|may|can|does|kan|får|ska) (?:not |inte |also |även )?)?"
              + "(?:collects?|uses?|shares?|discloses?|transmits?|stores?|process(?:es)?|sells?"
              + "|obtains?|receives?|retains?|keeps?|samlar? in|använder?|delar?|lämnar?"
              + " ut|behandlar?|lagrar?|överför|säljer|sparar?)\\b");
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?:such as|including|(?:provided|offered|operated) by|inklusive|såsom|till exempel"
              + "|t\\.ex\\.|e\\.g\\.)\\s{0,3}$");

  private Companies() {}

  static List<Found> foreign(PackSource source, Printed notice) {
    String whole =
        notice.sentences().stream().map(s -> s.unit().text()).collect(Collectors.joining("\n"));
    Set<String> own = own(source);
    Map<String, Boolean> strange = new HashMap<>();
    List<Found> found = new ArrayList<>();
    for (Traced sentence : notice.sentences()) {
      for (String name : names(sentence.unit())) {
        if (strange.size() >= MOST && !strange.containsKey(name)) continue;
        if (strange.computeIfAbsent(name, n -> stranger(n, own, whole)))
          found.add(
              notice.at(
                  sentence,
                  "`" + name + "` is neither the company nor a recipient the pack declares",
                  "name the company itself, or declare the alias of who is meant"));
      }
    }
    return found;
  }

  private static Set<String> names(Unit unit) {
    Set<String> names = new LinkedHashSet<>();
    Matcher form = FORM.matcher(unit.text());
    while (form.find()) {
      String name = form.group(1).replace(",", "").strip();
      boolean opens = form.start() == 0 && name.contains(" ");
      names.add(opens ? name.substring(name.indexOf(' ') + 1) : name);
    }
    Matcher acting = ACTING.matcher(unit.text());
    while (acting.find()) names.add(acting.group(1));
    return names;
  }

  private static boolean stranger(String name, Set<String> own, String whole) {
    for (String word : name.split(" ")) {
      if (own.contains(word.toLowerCase(Locale.ROOT)) || introduced(word, whole)) return false;
    }
    return true;
  }

  /** First words of the controller's name and of every alias. */
  private static Set<String> own(PackSource source) {
    return Stream.concat(
            Stream.of(source.header().controller(), source.header().id()),
            Names.aliases(source).stream().map(Names.Alias::word))
        .flatMap(name -> Stream.of(name.split("\\s+")))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static boolean introduced(String name, String whole) {
    String quoted = Pattern.quote(name);
    if (Pattern.compile("[\"“”„(]" + quoted + "[\"“”)]").matcher(whole).find()) return true;
    String address =
        "(?:https?://|www\\.|@)[\\w.-]{0,60}" + Pattern.quote(name.toLowerCase(Locale.ROOT));
    if (Pattern.compile(address).matcher(whole).find()) return true;
    Matcher mention = Pattern.compile("\\b" + quoted).matcher(whole);
    while (mention.find()) {
      if (INTRODUCED
          .matcher(whole.substring(Math.max(0, mention.start() - 20), mention.start()))
          .find()) return true;
    }
    return false;
  }
}
