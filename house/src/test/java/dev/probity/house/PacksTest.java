// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.decide.Reference;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.cover.RowState;
import dev.probity.notice.mutate.Mutation;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Proof;
import dev.probity.notice.pack.Standing;
import dev.probity.notice.scenario.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pack in packs/ must show, whoever wrote it. */
class PacksTest {
  static Stream<Path> packs() {
    return Repository.packs().stream();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void noScenarioFails(Path folder) {
    PackSource source = Packs.read(folder);
    List<Verdict> verdicts = new Cover(source, new Reference(source.history())).verdicts();
    List<String> failing =
        verdicts.stream()
            .filter(Verdict::failed)
            .map(v -> v.scenario().where() + " " + v.scenario().name() + ": " + v.mistakes())
            .toList();
    assertEquals(List.of(), failing);
    assertTrue(verdicts.stream().filter(Verdict::passed).count() > 20, "scenarios ran");
  }

  /** Rows argued to a harder place would be listed here; there are none. */
  @ParameterizedTest
  @MethodSource("packs")
  void everyRowWhosePlaceIsTheKernelIsKept(Path folder) {
    PackSource source = Packs.read(folder);
    Cover cover = new Cover(source, new Reference(source.history()));
    List<String> open =
        cover.rows(cover.verdicts()).stream()
            .filter(r -> r.standing() == Standing.ENFORCEABLE)
            .filter(r -> r.proof().equals(Optional.of(Proof.KERNEL)) && !r.kept())
            .map(r -> r.row() + " " + r.needs())
            .toList();
    assertEquals(List.of(), open);
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyEnforceableRowHasAPlaceOfProofAndEveryOpenOneSaysWhatItNeeds(Path folder) {
    PackSource source = Packs.read(folder);
    Cover cover = new Cover(source, new Reference(source.history()));
    List<RowState> rows = cover.rows(cover.verdicts());
    assertEquals(
        List.of(),
        rows.stream()
            .filter(r -> r.standing() == Standing.ENFORCEABLE && r.proof().isEmpty())
            .toList());
    assertEquals(List.of(), rows.stream().filter(r -> r.open() && r.needs().isEmpty()).toList());
  }

  @ParameterizedTest
  @MethodSource("packs")
  void noMutantSurvives(Path folder) {
    PackSource source = Packs.read(folder);
    Mutation.Result result = new Mutation(source, Reference::new).run(done -> {});
    assertEquals(List.of(), result.survivors());
    assertEquals(List.of(), result.untested());
    assertTrue(result.mutants() > 50, "mutants were made");
  }
}
