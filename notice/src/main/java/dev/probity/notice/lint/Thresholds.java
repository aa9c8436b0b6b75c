// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import dev.probity.kernel.clause.Clause;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.text.Traced;
import dev.probity.notice.yaml.YamlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code undefined-threshold}: a sentence speaks of aggregate or anonymous data, or of doing
 * something promptly, and neither the sentence nor the pack says how many or how soon. The pack
 * says it in a duty's {@code within} (operator or law), or in a number or a time that stands in a
 * section keeping the clause. "Reasonable" as an adjective of effort is no threshold. English and
 * Swedish. Stateless.
 */
final class Thresholds {
  private static final Pattern VAGUE =
      words(
          "\\b(?:(aggregated?|anonymous(?:ly)?|anonymi[sz]ed|aggregera(?:d|t|de)|anonym(?:a|t)?"
              + "|anonymisera(?:d|t|de)|avidentifiera(?:d|t|de)?)"
              + "|(promptly|as soon as (?:\\w+ )?(?:possible|practicable)|without undue delay"
              + "|within a reasonable time|skyndsamt|så snart (?:som )?\\w* ?möjligt"
              + "|utan (?:onödigt )?dröjsmål|inom rimlig tid))\\b");
  private static final Pattern NUMBER = Pattern.compile("\\d");

  private Thresholds() {}

  private static Pattern words(String regex) {
    return Pattern.compile(regex, CASE_INSENSITIVE | UNICODE_CASE);
  }

  static List<Found> undefined(PackSource source, Printed notice) {
    List<Found> found = new ArrayList<>();
    for (Traced sentence : notice.sentences()) {
      String text = sentence.unit().text();
      Matcher vague = VAGUE.matcher(text);
      boolean defined =
          NUMBER.matcher(text).find()
              || notice.heading(sentence, source)
              || notice.citing(sentence, source).stream().anyMatch(e -> defines(e, source));
      if (!vague.find() || defined) continue;
      boolean many = vague.group(1) != null;
      found.add(
          notice.at(
              sentence,
              "nothing says "
                  + (many ? "from how many people on data is `" : "how soon is `")
                  + vague.group()
                  + "`",
              many
                  ? "set the number in the pack; until then ask for a passed test on file"
                  : "set the operator's time under `within`"));
    }
    return found;
  }

  /** Whether the pack gives the row a number or a time of its own. */
  private static boolean defines(Entry head, PackSource source) {
    for (Entry entry : source.entriesOf(head.row())) {
      for (Clause clause : entry.clauses()) {
        if (clause instanceof Clause.Duty d
            && !(d.within().operator() + d.within().law()).isEmpty()) return true;
      }
      for (Section section : source.keeping(entry.id())) {
        if (NUMBER.matcher(values(section)).find()) return true;
      }
    }
    return false;
  }

  /** What a section says apart from the ids it keeps, which hold digits too. */
  private static String values(Section section) {
    String printed = YamlPrinter.print(section.node());
    for (String id : section.keeps()) printed = printed.replace("\"" + id + "\"", "");
    return printed;
  }
}
