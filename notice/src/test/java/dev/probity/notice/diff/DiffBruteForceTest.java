// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.notice.prove.EveryQuestion;
import dev.probity.notice.prove.TinyWorld;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Changes between two packs against every question of tiny worlds. */
final class DiffBruteForceTest {
  private static final int SEEDS = Integer.getInteger("probity.seeds", 40);
  private static final int EACH = Integer.getInteger("probity.each", 16);
  private static final Instant LATER = Instant.parse("2024-07-01T00:00:00Z");

  private record Pair(Effect from, Effect to) {}

  @Test
  void everyChangeIsInAGroupAndEveryGroupIsAChange() {
    int changed = 0;
    int same = 0;
    for (int seed = 500_000, done = 0; done < SEEDS; seed++) {
      TinyWorld world = new TinyWorld(seed);
      if (EveryQuestion.tooMany(world)) continue;
      done++;
      if (check(world, seed, 1).isEmpty()) same++;
      else changed++;
    }
    assertTrue(changed > SEEDS / 4 && same > SEEDS / 10, changed + " changed, " + same + " same");
  }

  /**
   * A form whose purpose is another one afterwards, so that a document can cover the question under
   * one notice and not under the other. This search did not end once. Of its 2.4 million questions
   * a build asks each 16th; all by -Dprobity.each=1, in a minute.
   */
  @Test
  void aDocumentMayCoverTheQuestionUnderOneNoticeOnly() {
    int seed = 500_015;
    assertFalse(check(new TinyWorld(seed), seed, EACH).isEmpty());
  }

  /** The pairs of effects between which answers change. */
  private static Set<Pair> check(TinyWorld world, int seed, int each) {
    Pack one = world.pack();
    Pack other = world.edited(one);
    Changes search = new Changes(one, other);
    List<Change> changes = search.find(List.of(), (done, all) -> {});
    Set<String> permitted = new HashSet<>();
    Set<String> ofPeople = new HashSet<>();
    Set<Pair> pairs = new HashSet<>();
    Set<String> unexplained = new HashSet<>();
    int[] asked = {0};
    Reference before = Reference.of(one);
    Reference after = Reference.of(other);
    EveryQuestion.of(
        world,
        List.of(LATER),
        List.of(),
        q -> {
          if (asked[0]++ % each != 0) return;
          // Why: each pack is asked as if it governed, so a notice under one version alone is no
          // difference between them.
          if (q.facts().notices().stream().anyMatch(n -> !n.version().isEmpty())) return;
          Decision a = before.decide(q);
          Decision b = after.decide(q);
          if (a.effect() == b.effect()) return;
          pairs.add(new Pair(a.effect(), b.effect()));
          if (b.permits()) permitted.addAll(q.data());
          if (b.permits() && surelyOfPeople(q)) ofPeople.addAll(q.data());
          if (changes.stream().noneMatch(c -> explains(c, a, b))) unexplained.add(q.toString());
        });
    Set<Pair> found = new HashSet<>();
    changes.forEach(c -> found.add(new Pair(c.from(), c.to())));
    assertEquals(pairs, found, "seed " + seed);
    assertEquals(Set.of(), unexplained, "seed " + seed);
    for (Change c : changes) {
      assertEquals(c.from(), before.decide(c.witness()).effect());
      assertEquals(c.to(), after.decide(c.witness()).effect());
      assertTrue(
          changes.stream().noneMatch(o -> o != c && o.includes(c)), "not minimal at seed " + seed);
    }
    List<String> tell = search.widened();
    assertTrue(permitted.containsAll(tell), "seed " + seed + " tells too much: " + tell);
    for (String element : ofPeople)
      assertTrue(
          tell.stream().anyMatch(t -> element.startsWith(t) || t.startsWith(element)),
          "seed " + seed + " does not tell of " + element);
    boolean widens = pairs.stream().anyMatch(p -> p.to() == Effect.PERMIT);
    assertEquals(!widens, Strictness.of(other, one, List.of()).atLeast(), "seed " + seed);
    return pairs;
  }

  /** PII by its floor or since the question says so, and nobody proved it to be anonymous. */
  private static boolean surelyOfPeople(Question q) {
    boolean raised = q.dataClass() != null && q.dataClass().compareTo(DataClass.PII) >= 0;
    return (raised || q.data().equals(List.of("b")))
        && q.facts().evidence().stream().noneMatch(d -> d.kind().equals("deid.passed"));
  }

  private static boolean explains(Change c, Decision a, Decision b) {
    return c.from() == a.effect()
        && c.to() == b.effect()
        && a.because().containsAll(c.citedBefore())
        && b.because().containsAll(c.citedAfter());
  }
}
