// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.Question;
import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.PackSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A witness is a question, so what the search finds can be asked. */
class WitnessTest {
  private static final String CLAUSES =
      """
      clauses:
        T-1: {lines: "1", says: All is taken., proof: kernel, permit: collect, data: [contact, net]}
        T-2: {lines: "2", says: It serves marketing., proof: kernel, permit: use, data: contact, for: marketing, when: [{consent: letter, covers: [purpose]}]}
        T-3: {lines: "3", says: Not of children., proof: kernel, forbid: use, data: contact.email, when: [{age: {of: subject, below: 16, knowing: true}}]}
        T-4: {lines: "4", says: Not in Sweden., proof: kernel, forbid: use, for: marketing.own, when: [{region: {of: subject, in: [SE]}}], unless: [{evidence: basis.contract, covers: [purpose]}]}
        T-5: {lines: "5", says: Suppliers see addresses of machines., proof: kernel, permit: disclose, data: net, to: supplier, only: data}
        T-6: {lines: "6", says: Partners see contacts., proof: kernel, permit: disclose, data: contact, to: [partner, supplier], when: [{relation: supplier-of}]}
        T-7: {lines: "7", says: Norway alone., proof: kernel, permit: use, data: contact, for: research, when: [{region: {of: subject, in: ["NO"]}}]}
        T-8: {lines: "8", says: Elsewhere., proof: kernel, require: {channel: secure}, of: disclose, to: supplier}
        T-9: {lines: "9", says: Nothing else., proof: kernel, close: use}
      """;

  private final PackSource source = TinyPack.with(CLAUSES, "[]");
  private final Witness witness = new Witness(source);

  private Optional<Question> between(String settling, String over) {
    return witness.of(of(settling), of(over));
  }

  private List<Clause> of(String cite) {
    return source.pack().clauses().stream().filter(c -> c.cite().equals(cite)).toList();
  }

  private void shows(String settling, String over, Effect effect) {
    Question question = between(settling, over).orElseThrow();
    Decision decision = new Reference(source.history()).decide(question);
    assertTrue(decision.because().contains(settling), question + " " + decision);
    assertEquals(effect, decision.effect());
  }

  @Test
  void whereAProhibitionWinsOverAPermitItDenies() {
    shows("T-3", "T-2", Effect.DENY);
    shows("T-4", "T-2", Effect.DENY);
    shows("T-5", "T-6", Effect.DENY);
    shows("T-8", "T-5", Effect.DENY);
  }

  @Test
  void whereAPermitWinsItPermitsThoughTheOtherSpeaks() {
    shows("T-2", "T-9", Effect.PERMIT);
  }

  @Test
  void whatNeverSpeaksTogetherHasNoWitness() {
    assertEquals(Optional.empty(), between("T-1", "T-2"), "collecting is no use");
    assertEquals(Optional.empty(), between("T-7", "T-2"), "no purpose in common");
    assertEquals(Optional.empty(), between("T-4", "T-7"), "no region in common");
    assertEquals(Optional.empty(), between("T-9", "T-2"), "a close never wins over a permit");
  }
}
