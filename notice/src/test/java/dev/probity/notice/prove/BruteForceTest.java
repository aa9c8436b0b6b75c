// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Reference;
import dev.probity.notice.pack.Assertion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The prover against every question of tiny worlds: 40 a build, more by -Dprobity.seeds=300. */
final class BruteForceTest {
  private static final int SEEDS = Integer.getInteger("probity.seeds", 40);
  private static final int FROM = Integer.getInteger("probity.from", 0);
  private static final int ASSERTIONS = 6;
  private static final List<Instant> MOMENTS = List.of(TinyWorld.START, TinyWorld.LATER);

  @Test
  void provesWhatNoQuestionContradicts() {
    int refuted = 0;
    int proved = 0;
    long asked = 0;
    for (int seed = FROM, done = 0; done < SEEDS; seed++) {
      TinyWorld world = new TinyWorld(seed);
      if (EveryQuestion.tooMany(world)) continue;
      done++;
      History history = world.history();
      List<Assertion> assertions = new ArrayList<>();
      for (int i = 0; i < ASSERTIONS; i++) assertions.add(world.assertion());
      Map<Assertion, Boolean> contradicted = new HashMap<>();
      Reference reference = new Reference(history);
      long[] count = {0};
      EveryQuestion.of(
          world,
          MOMENTS,
          history.versions().size() == 1 ? List.of() : List.of("0"),
          q -> {
            count[0]++;
            Decision decision = reference.decide(q);
            for (Assertion a : assertions) {
              if (contradicted.containsKey(a) || decision.permits() != a.never()) continue;
              if (new Tested(history.newest(), a).contradicts(q, decision))
                contradicted.put(a, true);
            }
          });
      asked += count[0];
      for (Assertion a : assertions) {
        Conclusion conclusion = Prover.of(history).prove(a);
        boolean no = conclusion instanceof Conclusion.Refuted;
        assertEquals(contradicted.containsKey(a), no, "seed " + seed + " " + a + " " + conclusion);
        assertEquals(0, conclusion.checked().setAside(), "set aside at seed " + seed);
        if (no) refuted++;
        else proved++;
      }
    }
    System.out.println(refuted + " refuted, " + proved + " proved, " + asked + " questions");
    assertTrue(refuted > SEEDS && proved > SEEDS, refuted + " refuted, " + proved + " proved");
  }

  @Test
  void findsWhatNoAnswerCites() {
    int findings = 0;
    for (int seed = FROM + 100_000, done = 0; done < SEEDS / 2; seed++) {
      TinyWorld world = new TinyWorld(seed);
      if (EveryQuestion.tooMany(world)) continue;
      done++;
      Pack pack = world.pack();
      Set<String> cited = new HashSet<>();
      Set<String> permitting = new HashSet<>();
      Reference reference = Reference.of(pack);
      EveryQuestion.of(
          world,
          MOMENTS,
          List.of(),
          q -> {
            Decision decision = reference.decide(q);
            cited.addAll(decision.because());
            if (decision.permits()) permitting.addAll(decision.because());
          });
      Set<String> idle = new TreeSet<>();
      for (Clause c : pack.clauses()) {
        Set<String> seen = c instanceof Clause.Permit ? permitting : cited;
        if (!seen.contains(c.cite())) idle.add(c.cite());
      }
      Set<String> found = new TreeSet<>();
      for (Finding f : Prover.of(pack).findings())
        if (f.kind() != Finding.Kind.CLOSED_POINT) found.add(f.cite());
      assertEquals(idle, found, "seed " + seed);
      findings += found.size();
    }
    assertTrue(findings > SEEDS / 10, findings + " findings");
  }
}
