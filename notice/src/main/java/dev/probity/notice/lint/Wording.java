// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules on single words of a notice. English and Swedish. Stateless. */
final class Wording {
  /** Brackets around words; footnotes, "[sic]" and the links of Markdown are none. */
  private static final Pattern DRAFT =
      Pattern.compile("\\[(?!\\d+\\]|sic\\]|[ xX]\\])(?![^\\]]*\\]\\s?[(\\[:])");

  private static final Pattern OPEN =
      Pattern.compile(
          "\\b(?:such as|including|for example|inklusive|inkl\\.|såsom|till exempel)\\b"
              + "|\\b(?:e\\.g|t\\.ex)\\.",
          CASE_INSENSITIVE | UNICODE_CASE);

  private static final Pattern ROLE =
      Pattern.compile(
          "\\b(?:(?:data protection|privacy|compliance|security) officer|dpo"
              + "|dataskyddsombud\\w*|personuppgiftsombud\\w*)\\b",
          CASE_INSENSITIVE | UNICODE_CASE);
  private static final Pattern MAILBOX = Pattern.compile("([\\w.+-]{1,64})@[\\w-]+\\.[\\w.-]*\\w");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "info|priv|dpo|data|gdpr|contact|kontakt|support|help|hjälp|service|customer|kund|care"
              + "|legal|compl|office|post|mail|inbox|request|ombud|integritet|secur|sekretess"
              + "|team|desk|hello|hej|admin|web|rights|sales|press|hr|feedback|question",
          CASE_INSENSITIVE | UNICODE_CASE);

  private Wording() {}

  /** {@code draft-brackets}: square brackets of a draft were left around a text. */
  static List<Found> draftBrackets(PackSource source, Printed notice) {
    return notice.each(
        text -> DRAFT.matcher(text).find(),
        "square brackets were left around this text",
        "decide whether it belongs to the notice; until then permit nothing by it");
  }

  /**
   * {@code personal-role-contact}: a role is named and the address that follows in the sentence is
   * no function's mailbox. The address is never repeated.
   */
  static List<Found> personalContact(PackSource source, Printed notice) {
    return notice.each(
        Wording::personal,
        "a role is reached at what looks like one person's address",
        "give the role a mailbox of its own");
  }

  private static boolean personal(String text) {
    Matcher role = ROLE.matcher(text);
    if (!role.find()) return false;
    Matcher mailbox = MAILBOX.matcher(text);
    return mailbox.find(role.end()) && !FUNCTION.matcher(mailbox.group(1)).find();
  }

  /**
   * {@code open-list}: the notice gives examples of what is collected, used for or disclosed to,
   * and a permit that cites the sentence lists nothing in that dimension: what the notice left open
   * the pack left open too.
   */
  static List<Found> openLists(PackSource source, Printed notice) {
    Map<String, Dimension> exemplified =
        Map.of(
            "collect",
            Dimension.DATA,
            "use",
            Dimension.PURPOSE,
            "disclose",
            Dimension.RECIPIENT,
            "sell",
            Dimension.RECIPIENT);
    Set<String> open = new TreeSet<>();
    for (Traced sentence : notice.sentences()) {
      if (OPEN.matcher(sentence.unit().text()).find()) open.addAll(sentence.by());
    }
    List<Found> found = new ArrayList<>();
    for (String id : open) {
      Entry entry = source.head(id);
      boolean leftOpen =
          entry.clauses().stream()
              .filter(Clause.Permit.class::isInstance)
              .anyMatch(c -> exemplified.entrySet().stream().anyMatch(e -> unlisted(c, e)));
      if (leftOpen)
        found.add(
            Found.at(
                entry,
                "the notice only gives examples here, and this permit lists nothing instead",
                "list the terms that are meant"));
    }
    return found;
  }

  private static boolean unlisted(Clause clause, Map.Entry<String, Dimension> exemplified) {
    Terms actions = clause.match().terms().get(Dimension.ACTION);
    return actions != null
        && actions.listed().contains(exemplified.getKey())
        && !clause.match().terms().containsKey(exemplified.getValue());
  }

  /** {@code untraced}: no clause cites the sentence. */
  static List<Found> untraced(PackSource source, Printed notice) {
    return notice.sentences().stream()
        .filter(s -> !s.complete())
        .map(
            s ->
                notice.at(
                    s,
                    "no clause encodes this sentence",
                    "cite it in the `lines` of the clause that does, or write the clause"))
        .toList();
  }
}
