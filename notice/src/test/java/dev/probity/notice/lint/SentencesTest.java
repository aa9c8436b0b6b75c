// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.NoticeText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that read sentences, by sentences they must and must not stop at. "/" ends a paragraph. */
class SentencesTest {
  private static List<Finding> findings(String rule, String text) {
    String notice = text.replace("/ ", "\n\n");
    StringBuilder clauses = new StringBuilder("clauses:\n");
    List<String> lines = notice.lines().toList();
    for (int i = 1; i <= lines.size(); i++) {
      if (lines.get(i - 1).isBlank()) continue;
      String verb = lines.get(i - 1).startsWith("#") ? "heading" : "explanation";
      clauses.append("  T-%d: {lines: \"%d\", says: Wool., inform: %s}%n".formatted(i, i, verb));
    }
    PackSource source = TinyPack.with(clauses.toString(), "[]");
    return Lint.run(source, Optional.of(NoticeText.of("notice.txt", notice))).findings().stream()
        .filter(f -> f.rule().equals(rule))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dangling-reference | 1 | Browsers stand in the following list:/ Then we move on to other things.
          dangling-reference | 0 | Browsers stand in the following list:/ - Wool Browser
          dangling-reference | 0 | Browsers stand in the following list:/ 1. Wool Browser
          dangling-reference | 1 | Webbläsare finns i följande lista:/ Nu till något annat.
          dangling-reference | 0 | You have the following rights:/ Access. You may ask for a copy.
          dangling-reference | 1 | You have the following rights:
          dangling-reference | 1 | You have the following rights:/ # Another matter
          dangling-reference | 1 | Their addresses are found here./ Write to wool@wool.example for more.
          dangling-reference | 0 | Their addresses are found here:/ https://wool.example/list
          dangling-reference | 0 | Their addresses are found at https://wool.example here.
          dangling-reference | 1 | Adresserna finns här.
          dangling-reference | 0 | Vi finns här i Sverige och i Norge.
          dangling-reference | 1 | Follow the link below./ It works.
          dangling-reference | 0 | Följ länken nedan./ https://wool.example/out
          dangling-reference | 1 | Write to the contact address below.
          dangling-reference | 0 | Write to the contact address below./ wool@wool.example
          dangling-reference | 0 | Kontakta oss på adressen nedan./ Box 1/ 123 45 Ull
          dangling-reference | 1 | As we said in Section 3 above, wool is used.
          dangling-reference | 0 | 3. Use of wool/ As we said in Section 3 above, wool is used.
          dangling-reference | 0 | It falls under section 5 of the Wool Act.
          missing-date | 1 | The last updated date stands below.
          missing-date | 0 | The last updated date stands below./ May 4, 2025
          missing-date | 0 | Your date of birth is asked for.
          missing-date | 1 | Datumet står överst.
          missing-controller | 1 | We shear./ A./ B./ C./ D./ E./ F./ G./ H./ Write to info@tinyfarm.example.
          missing-controller | 0 | We shear at Tiny./ A./ B./ C./ D./ E./ F./ G./ H./ I.
          missing-controller | 0 | We shear sheep.
          missing-controller | 0 | Sheep are shorn./ A./ B./ C./ D./ E./ F./ G./ H./ I.
          two-domains | 0 | See www.wool.example and write to wool@silk.example.
          misspelt-title | 1 | A privacy notice/ This privacy notice/ The privacy notice/ Your private notice
          misspelt-title | 0 | A privacy notice/ This privacy notice/ The privacy notice/ Your cookie notice
          misspelt-title | 0 | A privacy notice/ This privacy notice/ Your private notice
          missing-space | 1 | Wool is sold.Silk is not.
          missing-space | 0 | See wool.example or Wool.Org, and e.g.Silk.
          split-address | 1 | This is about wool/ com and nothing else.
          split-address | 0 | This is about www/ com and nothing else.
          split-address | 0 | This is about wool./ Com is a word.
          cut-abbreviation | 1 | We use pixels (a
          cut-abbreviation | 0 | We use pixels (clear ones)
          cut-abbreviation | 1 | Vi använder pixlar (t.
          garbled-sentence | 1 | Write to us at the address is listed below.
          garbled-sentence | 1 | We send wool to the the mill.
          garbled-sentence | 1 | We send wool to our the mill.
          garbled-sentence | 1 | Kontakta oss på den adress är angiven.
          garbled-sentence | 0 | Write to us at the address listed below. It is ours.
          garbled-sentence | 0 | We know that that is so, and had had it, and choose the A grade.
          unstated-period | 1 | Wool stays in the barn for a limited period of time.
          unstated-period | 1 | Ullen ligger kvar under en viss tid.
          unstated-period | 1 | Wool stays in the barn for some time.
          unstated-period | 0 | Wool stays for a period of time consistent with its purpose.
          unstated-period | 0 | Wool stays for a period of twelve weeks.
          unstated-period | 0 | Wool stays for a period that the law sets.
          unclear-owner | 1 | We note on the wool in its possession that you asked.
          unclear-owner | 0 | We ask the company about the wool in its possession.
          unclear-owner | 0 | We note on the wool in our possession that you asked.
          contents-mismatch | 1 | What we do/ Who we are/ How we work/ Where we live/ What we do is wool./ Who we are is us./ How we work is slow./ Where we live is here./ See the sheep dogs section below.
          contents-mismatch | 0 | What we do/ Who we are/ How we work/ Where we live/ What we do is wool./ Who we are is us./ How we work is slow./ Where we live is here./ See the where we live section above.
          dangling-reference | 1 | See https://, for more.
          dangling-reference | 1 | More stands at https.
          dangling-reference | 0 | All travels by https.
          dangling-reference | 1 | Their page is at www.
          dangling-reference | 1 | Questions? Call 866.
          dangling-reference | 0 | In an emergency call 911.
          dangling-reference | 0 | Questions? Call 866 555 0100.
          dangling-reference | 1 | A copy is at https://wool.example/A Notice Of Wool.pdf
          dangling-reference | 0 | A copy is at https://wool.example/a.pdf and in the shop.
          draft-brackets | 1 | [We pass wool on.]
          draft-brackets | 0 | We pass wool on [1] to mills [sic].
          draft-brackets | 0 | Read [our notice](https://wool.example).
          foreign-company | 1 | Any data that Fremmande transmits is safe.
          foreign-company | 1 | Ask Fremmande Ltd. for a copy.
          foreign-company | 0 | Any data that Tiny transmits is safe.
          foreign-company | 0 | Ask Tiny Inc. for a copy.
          foreign-company | 0 | We use mills such as Fremmande./ Read how Fremmande uses wool.
          foreign-company | 0 | Read how Fremmande uses wool at https://www.fremmande.example/wool.
          foreign-company | 0 | The app (“Wool”) helps./ The wool that Wool uses is ours.
          foreign-company | 1 | Uppgifter som Fremmande lagrar är säkra.
          undefined-threshold | 1 | We publish aggregate figures.
          undefined-threshold | 0 | We publish aggregate figures about at least 50 people.
          undefined-threshold | 0 | We publish aggregate figures about at least fifty people.
          undefined-threshold | 0 | Anonymous data tells of nobody, directly or indirectly./ We publish anonymous data.
          undefined-threshold | 1 | Vi publicerar anonyma uppgifter.
          undefined-threshold | 1 | We tell you as soon as reasonably possible.
          undefined-threshold | 0 | We tell you within ten days.
          undefined-threshold | 1 | We take no wool from children.
          undefined-threshold | 0 | We take no wool from children under the age of EIGHTEEN.
          undefined-threshold | 1 | Vi samlar inte in ull från barn.
          undefined-threshold | 0 | We take reasonable measures.
          heading-without-body | 1 | # Wool/ # Wax/ We have none.
          heading-without-body | 0 | # Wool/ We have some./ # Wax/ We have none.
          heading-without-body | 1 | # How long we store wool/ It is safe with us.
          heading-without-body | 0 | # How long we store wool/ We store it for a year.
          heading-without-body | 1 | # Hur vi lagrar ull/ Den är säker hos oss.
          heading-without-body | 0 | # Hur vi lagrar ull/ Vi lagrar den i två år.
          date-mismatch | 1 | In force from 2024-01-01./ Reviewed on 2024-02-01.
          date-mismatch | 0 | In force from 2024-01-01./ Reviewed on 1 January 2024.
          date-mismatch | 0 | Gäller från den 1 januari 2024./ As of January 1st, 2024.
          date-mismatch | 1 | In force from May 5, 2024.
          date-mismatch | 0 | Updated December 30, 2023 and effective January 1, 2024.
          date-mismatch | 0 | An act of 1996, in its form of 2009.
          date-mismatch | 0 | In force from 31 February 2024.
          personal-role-contact | 1 | The data protection officer reads anna@wool.example.
          personal-role-contact | 1 | Vårt dataskyddsombud nås på afagerlind@wool.example.
          personal-role-contact | 0 | The data protection officer reads dpo@wool.example.
          personal-role-contact | 0 | Our privacy officer reads my-privacy@wool.example.
          personal-role-contact | 0 | Write to anna@wool.example.
          """)
  void aRuleStopsAtWhatItMeansAndAtNothingElse(String rule, int hits, String text) {
    List<Finding> findings = findings(rule, text);

    assertEquals(hits, findings.size(), findings.toString());
  }

  @Test
  void noAddressIsRepeated() {
    List<Finding> found =
        findings("personal-role-contact", "The privacy officer reads anna.ek@wool.example.");

    assertEquals(1, found.size());
    assertTrue(!found.toString().contains("anna"), found.toString());
  }

  @Test
  void aNumberInThePackDefinesTheWord() {
    String clauses =
        """
        clauses: {T-1: {lines: "1", says: Figures., inform: explanation}}
        choices: {smallest-group: {from: operator, values: ["20"], default: "20", keeps: T-1}}
        """;
    NoticeText notice = NoticeText.of("notice.txt", "We publish aggregate figures.");

    Report report = Lint.run(TinyPack.with(clauses, "[]"), Optional.of(notice));

    assertTrue(
        report.findings().stream().noneMatch(f -> f.rule().equals("undefined-threshold")),
        report.findings().toString());
  }

  @Test
  void aHostileNoticeTakesNoLongerThanItIsLong() {
    PackSource source =
        TinyPack.with("clauses: {T-1: {lines: \"1\", says: A., inform: heading}}", "[]");
    for (String bit :
        List.of(
            "below ",
            "[",
            "http://x",
            "https://a.b ",
            "Contact ",
            "that Ab uses ",
            "A",
            "1",
            "1 ",
            "contact below\n",
            "including ",
            "found here\n")) {
      NoticeText notice = NoticeText.of("n", "Wool\nW" + bit.repeat(200_000 / bit.length()));
      Report report =
          assertTimeoutPreemptively(
              Duration.ofSeconds(30), () -> Lint.run(source, Optional.of(notice)), bit);
      assertTrue(!report.findings().isEmpty(), bit);
    }
  }
}
