// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules on single words of a notice. English and Swedish. Stateless. */
final class Wording {
  /** Brackets around words; footnotes, "[sic]" and the links of Markdown are none. */
  private static final Pattern DRAFT =
      Pattern.compile("\\[(?!\\d+\\]|sic\\]|[ xX]\\])(?![^\\]]{0,400}\\]\\s?[(\\[:])");

  private static final Pattern ROLE =
      Phrase.of(
          "\\b(?:(?:data protection|privacy|compliance|security) officer|dpo"
              + "|dataskyddsombud\\w*|personuppgiftsombud\\w*)\\b");
  private static final Pattern MAILBOX = Pattern.compile("([\\w.+-]{1,64})@\\w");
  private static final Pattern FUNCTION =
      Phrase.of(
          "info|priv|dpo|data|gdpr|contact|kontakt|support|help|hjälp|service|customer|kund|care"
              + "|legal|compl|office|post|mail|inbox|request|ombud|integritet|secur|sekretess"
              + "|team|desk|hello|hej|admin|web|rights|sales|press|hr|feedback|question");

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
