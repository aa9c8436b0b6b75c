// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.decide.Reference;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.mutate.Mutation;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every law in packs/statutes must show. */
class StatutesTest {
  static Stream<Path> statutes() {
    return Repository.statutes().stream();
  }

  @Test
  void theLawsAreThere() {
    assertTrue(Repository.statutes().size() >= 13);
  }

  @ParameterizedTest
  @MethodSource("statutes")
  void noScenarioFailsAndNoMutantSurvives(Path folder) {
    PackSource source = Packs.read(folder);
    List<Verdict> verdicts = new Cover(source, new Reference(source.history())).verdicts();
    assertEquals(List.of(), verdicts.stream().filter(Verdict::failed).toList());
    Mutation.Result result = new Mutation(source, Reference::new).run(done -> {});
    assertEquals(List.of(), result.survivors());
    assertEquals(List.of(), result.untested());
  }
}
