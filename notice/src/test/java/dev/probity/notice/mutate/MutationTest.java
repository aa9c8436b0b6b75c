// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.mutate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.decide.Reference;
import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.PackSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MutationTest {
  private static Mutation.Result run(PackSource source) {
    return new Mutation(source, Reference::new).run(done -> {});
  }

  private static List<String> survivorsWithout(String text) {
    String scenarios =
        TinyPack.SCENARIOS.lines().filter(l -> !l.contains(text)).collect(Collectors.joining("\n"));
    return run(TinyPack.with(scenarios)).survivors().stream()
        .map(s -> s.clause() + ": " + s.what())
        .toList();
  }

  @Test
  void everyScenarioThatIsTakenAwayLetsAMutantLive() {
    assertTrue(
        survivorsWithout("collect: contact.phone").contains("T-1: drop data [contact.email]"));
    assertTrue(survivorsWithout("retain: contact.email}").contains("T-1: drop action [collect]"));
    assertTrue(survivorsWithout("for: research").contains("T-2: drop purpose [marketing]"));
    assertTrue(survivorsWithout("T-2, ask").contains("T-2: drop consent:letter from when"));
  }

  /** T-2's data is redundant as well: nothing else is collected, so nothing else could be used. */
  @Test
  void whatNothingNoticesIsNamed() {
    Mutation.Result result = run(TinyPack.with(TinyPack.SCENARIOS));
    assertEquals(
        List.of(
            "T-2: drop data [contact.email]",
            "T-3: drop action [sell]",
            "T-3: drop data [contact.email]"),
        result.survivors().stream().map(s -> s.clause() + ": " + s.what()).sorted().toList());
    assertEquals(result.mutants(), result.killed() + 3);
  }

  @Test
  void aClauseNobodyTestsIsListedApart() {
    String scenarios =
        TinyPack.SCENARIOS
            .lines()
            .filter(l -> !l.contains("T-3"))
            .collect(Collectors.joining("\n"));
    assertEquals(List.of("T-3"), run(TinyPack.with(scenarios)).untested());
  }

  @Test
  void pointsCellsOnlyAndKnowingAreMutated() {
    PackSource source =
        TinyPack.with(
            """
            clauses:
              T-1: {says: The form., lines: "1", proof: kernel}
              T-2: {says: The table., lines: "2", proof: kernel}
              T-3: {says: Only these., lines: "3", proof: kernel, permit: use, data: contact.email, only: data}
              T-4: {says: No child., lines: "4", proof: kernel, forbid: collect, when: [{age: {of: subject, below: 16, knowing: true}}]}
            points:
              form: {keeps: T-1, fields: {contact.email: required, contact.name: optional}}
            matrix:
              - {columns: {a: advertiser, b: vendor}, rows: {T-2: {data: net.ip, disclose: "y-", sell: never}}}
            """,
            """
            - {keeps: [T-1, T-2, T-3, T-4], ask: {retain: health}, expect: NOT_COVERED}
            """);
    List<String> whats =
        run(source).survivors().stream().map(s -> s.clause() + ": " + s.what()).toList();
    assertTrue(whats.contains("T-1: drop field contact.name of point form"), whats.toString());
    assertTrue(whats.contains("T-2: flip the cell advertiser"), whats.toString());
    assertTrue(whats.contains("T-2: flip the cell vendor"), whats.toString());
    assertTrue(whats.contains("T-3: drop only"), whats.toString());
    assertTrue(whats.contains("T-4: drop knowing from when"), whats.toString());
    assertTrue(whats.contains("T-4: delete the clause"), whats.toString());
  }
}
