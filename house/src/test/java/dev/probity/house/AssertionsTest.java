// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Reference;
import dev.probity.notice.pack.Assertion;
import dev.probity.notice.pack.AssertionReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.prove.Conclusion;
import dev.probity.notice.prove.Prover;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pack in packs/ asserts holds of every question, and holds by the clauses it names. */
@Timeout(120)
class AssertionsTest {
  static Stream<Path> packs() {
    return Repository.packs().stream();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyAssertionIsProvedAndNothingIsWithoutEffect(Path folder) {
    PackSource source = Packs.read(folder);
    List<Assertion> asserted = AssertionReader.of(source);
    assertTrue(asserted.size() >= 3 && asserted.size() <= 8, asserted.size() + " assertions");
    Prover prover = Prover.of(source);
    for (Assertion assertion : asserted)
      assertInstanceOf(Conclusion.Proved.class, prover.prove(assertion), assertion.id());
    assertEquals(List.of(), prover.findings());
  }

  @ParameterizedTest
  @MethodSource("packs")
  void withoutTheClausesItNamesAnAssertionIsRefuted(Path folder) {
    PackSource source = Packs.read(folder);
    for (Assertion assertion : AssertionReader.of(source)) {
      if (assertion.keeps().isEmpty()) continue;
      Conclusion.Refuted refuted =
          assertInstanceOf(
              Conclusion.Refuted.class,
              without(source.pack(), assertion.keeps(), assertion),
              assertion.id() + " needs none of " + assertion.keeps());
      assertEquals(assertion.never(), refuted.decision().permits());
      for (String kept : assertion.keeps()) {
        Set<String> others = new HashSet<>(assertion.keeps());
        others.remove(kept);
        assertInstanceOf(
            Conclusion.Proved.class,
            without(source.pack(), others, assertion),
            kept + " alone does not hold " + assertion.id());
      }
    }
  }

  /** It holds since nothing permits what it is about; with a permit for just that it must not. */
  @ParameterizedTest
  @MethodSource("packs")
  void anAssertionThatNamesNoClauseFailsOnceSomethingPermitsIt(Path folder) {
    PackSource source = Packs.read(folder);
    for (Assertion assertion : AssertionReader.of(source)) {
      if (!assertion.keeps().isEmpty()) continue;
      List<Clause> permits = new ArrayList<>(source.pack().clauses());
      permits.removeIf(c -> !(c instanceof Clause.Permit));
      permits.add(
          new Clause.Permit("planted", "planted", assertion.match(), assertion.when(), List.of()));
      assertInstanceOf(
          Conclusion.Refuted.class, proved(source.pack(), permits, assertion), assertion.id());
    }
  }

  /** As the pack alone, without versions: what it forbade earlier does not save the assertion. */
  private static Conclusion without(Pack pack, Collection<String> ids, Assertion assertion) {
    return proved(
        pack, pack.clauses().stream().filter(c -> !ids.contains(c.cite())).toList(), assertion);
  }

  private static Conclusion proved(Pack pack, List<Clause> clauses, Assertion assertion) {
    Pack less =
        new Pack(
            pack.id(),
            pack.version(),
            pack.inForce(),
            pack.digest(),
            pack.vocabulary(),
            clauses,
            pack.points(),
            pack.consents(),
            pack.choices(),
            pack.evidence(),
            pack.overlays());
    Conclusion conclusion = Prover.of(less).prove(assertion);
    if (conclusion instanceof Conclusion.Refuted refuted)
      assertEquals(refuted.decision(), Reference.of(less).decide(refuted.witness()));
    return conclusion;
  }
}
