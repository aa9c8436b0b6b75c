// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sentences that do not say what they mean, since words were lost, doubled or taken over from
 * another text. English and Swedish. Stateless.
 */
final class Grammar {
  /** Words that never stand twice in a row. */
  private static final Pattern TWICE =
      Phrase.of("\\b(the|an?|of|to|from|with|by|our|your|we|och|att|av|från|med|vi)\\s+\\1\\b");

  private static final Pattern ARTICLES =
      Phrase.of("\\b(?:the|an?|our|your)\\s+(?:the|an|our|your)\\b");

  /** Where somebody is reached, and then a sentence of its own: "us at the address is given". */
  private static final Pattern RUN_ON =
      Phrase.of(
          "\\b(?:contact|reach|write|call|e?-?mail)(?: to)? us (?:at|by|via|through|on)"
              + " (?:the|our)(?: (?!that\\b|which|who|where|as\\b|and\\b|or\\b)\\w{1,20}){1,4}"
              + " (?:is|are) (?:\\w{1,12} )?"
              + "(?:provided|listed|given|set|shown|found|below|above)\\b|\\b(?:kontakta|nå|skriv"
              + " till|ring) oss (?:på|via|genom)(?: (?!som\\b|där)\\w{1,20}){1,4}"
              + " (?:är|finns|står|anges)\\b");

  private static final Pattern ITS =
      Phrase.of(
          "\\bwe\\b[^.]{1,400}\\b(?:under|in) its (?:control|custody|possession)\\b"
              + "|\\bvi\\b[^.]{1,400}\\b(?:under dess kontroll|i dess besittning)\\b");
  private static final Pattern ANOTHER =
      Phrase.of(
          "\\b(?:company|corporation|organi[sz]ation|provider|supplier|party|partner|authority"
              + "|agency|business|site|bolaget|företaget|leverantören|myndigheten)\\b");

  private Grammar() {}

  /** {@code garbled-sentence}: a word stands twice, or a clause begins within another. */
  static List<Found> garbled(PackSource source, Printed notice) {
    return notice.each(
        text -> Phrase.in(text, TWICE) || Phrase.in(text, ARTICLES) || Phrase.in(text, RUN_ON),
        "the sentence does not parse: a word is doubled, or one sentence runs into another",
        "write it anew; its reader has to guess what is promised");
  }

  /** {@code unclear-owner}: "we" act, and something is under "its" control. */
  static List<Found> unclearOwner(PackSource source, Printed notice) {
    return notice.each(
        text -> Phrase.in(text, ITS) && !Phrase.in(text, ANOTHER),
        "\"its\" points at nobody: the sentence speaks of \"we\"",
        "say whose control is meant; the promise reaches only so far");
  }
}
