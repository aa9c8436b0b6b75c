// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.vocabulary.LexiconReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The kinds that ship: whole, and in words that the vocabulary knows. */
class RegisterKindsTest {
  private static final RegisterKinds KINDS = RegisterKinds.shipped();
  private static final Lexicon LEXICON = LexiconReader.shipped();

  @Test
  void whatADocumentCountsAsIsInTheVocabulary() {
    assertEquals(12, KINDS.kinds().size());
    for (RegisterKind kind : KINDS.kinds().values()) {
      assertFalse(kind.counts().as().isEmpty(), kind.name());
      for (Counting.As as : kind.counts().as()) {
        if (as instanceof Counting.As.Evidence it && it.element().isEmpty())
          assertTrue(LEXICON.knows("evidence", it.kind()), it.kind());
        if (as instanceof Counting.As.State it) assertTrue(LEXICON.knows("state", it.state()));
        if (as instanceof Counting.As.Relation it)
          kind.elements()
              .get(it.element())
              .values()
              .values()
              .forEach(v -> assertTrue(LEXICON.knows("relation", v.gives()), v.gives()));
        if (as instanceof Counting.As.Evidence it && !it.element().isEmpty())
          kind.elements()
              .get(it.element())
              .values()
              .values()
              .forEach(v -> assertTrue(LEXICON.knows("evidence", v.gives()), v.gives()));
      }
      for (Element element : kind.elements().values()) {
        assertFalse(element.cite().isBlank(), element.name());
        boolean words = element.type() == Element.Type.WORDS;
        assertEquals(words, !element.of().isEmpty(), element.name());
        if (!element.under().isEmpty())
          assertTrue(LEXICON.knows(element.of(), element.under()), element.under());
        element.not().forEach(n -> assertTrue(LEXICON.knows(element.of(), n), n));
        element
            .where()
            .forEach(
                (other, values) -> {
                  Element named = kind.elements().get(other);
                  assertTrue(named.values().keySet().containsAll(values), element.name());
                });
      }
    }
  }

  /** 45 CFR 164.508(c)(1)(i)-(vi) and (2)(i)-(iii), GDPR Art. 28(3)(a)-(h), 164.504(e)(2)(ii). */
  @Test
  void theLawsListsAreWhole() {
    for (Map.Entry<String, List<String>> law :
        Map.of(
                "authorisation",
                List.of(
                    "164.508(c)(1)(i)",
                    "164.508(c)(1)(ii)",
                    "164.508(c)(1)(iii)",
                    "164.508(c)(1)(iv)",
                    "164.508(c)(1)(v)",
                    "164.508(c)(1)(vi)",
                    "164.508(c)(2)(i)",
                    "164.508(c)(2)(ii)",
                    "164.508(c)(2)(iii)",
                    "164.508(b)(3)",
                    "164.508(b)(4)"),
                "processor-contract",
                List.of(
                    "Art. 28(3)(a)",
                    "Art. 28(3)(b)",
                    "Art. 28(3)(c)",
                    "Art. 28(3)(d)",
                    "Art. 28(3)(e)",
                    "Art. 28(3)(f)",
                    "Art. 28(3)(g)",
                    "Art. 28(3)(h)",
                    "Art. 28(9)"),
                "business-associate",
                List.of(
                    "164.504(e)(2)(i)",
                    "164.504(e)(2)(ii)(A)",
                    "164.504(e)(2)(ii)(B)",
                    "164.504(e)(2)(ii)(C)",
                    "164.504(e)(2)(ii)(D)",
                    "164.504(e)(2)(ii)(E)",
                    "164.504(e)(2)(ii)(F)",
                    "164.504(e)(2)(ii)(G)",
                    "164.504(e)(2)(ii)(H)",
                    "164.504(e)(2)(ii)(I)",
                    "164.504(e)(2)(ii)(J)",
                    "164.504(e)(2)(iii)"))
            .entrySet()) {
      RegisterKind kind = KINDS.kind(law.getKey()).orElseThrow();
      List<String> cited =
          Reckoning.lacking(new Filed(kind, "x", Map.of(), List.of(), null)).stream()
              .map(Lack::cite)
              .toList();
      for (String cite : law.getValue()) assertTrue(cited.contains(cite), cite);
    }
  }

  @Test
  void aMistakeInTheDataIsFound() {
    List<Fault> faults = new ArrayList<>();
    String yaml =
        "x: {en: a, sv: b, law: c, about: person, counts: {from: gone, as: []}, elements: {}}";
    RegisterKinds kinds = RegisterKinds.read(yaml, faults);
    assertEquals(1, kinds.kinds().size());
    assertEquals("PRB-N013", faults.getFirst().code());
  }
}
