// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Tie;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A comparison is worth what it notices. One place of the compiled tables is spoiled at a time, and
 * every spoiled table must be noticed within ten thousand questions.
 */
final class PlantedFaultsTest {
  private static final int QUESTIONS = 10_000;
  private static final Cells.Budget SOME = new Cells.Budget(0, 40);

  private static void allNoticed(Pack pack, Cells.Budget budget, List<Faults.Fault> faults) {
    assertFalse(faults.isEmpty());
    List<String> missed =
        faults.parallelStream()
            .filter(fault -> !noticed(pack, budget, fault))
            .map(Faults.Fault::name)
            .toList();
    assertEquals(List.of(), missed, faults.size() + " planted");
  }

  private static boolean noticed(Pack pack, Cells.Budget budget, Faults.Fault fault) {
    CompiledPack spoiled = CompiledPack.of(pack, budget);
    fault.plant().accept(spoiled);
    Differential differential = new Differential(fault.name().hashCode(), QUESTIONS);
    return differential.objection(History.of(pack), spoiled).isPresent();
  }

  private static Faults faults(Pack pack, Cells.Budget budget) {
    return new Faults(CompiledPack.of(pack, budget));
  }

  @Test
  void unspoiledTablesPass() {
    for (Pack pack : List.of(Designed.matching(), Designed.consents(), Designed.others())) {
      for (Cells.Budget budget : List.of(Cells.Budget.NOTHING, SOME)) {
        Differential differential = new Differential(1, QUESTIONS);
        CompiledPack compiled = CompiledPack.of(pack, budget);
        assertTrue(differential.objection(History.of(pack), compiled).isEmpty());
      }
    }
  }

  @Test
  void everyBitOfEveryDimension() {
    Pack pack = Designed.matching();
    allNoticed(pack, Cells.Budget.NOTHING, faults(pack, Cells.Budget.NOTHING).bits());
  }

  @Test
  void candidatesDroppedFromCells() {
    Pack pack = Designed.matching();
    allNoticed(pack, SOME, faults(pack, SOME).cells());
  }

  @Test
  void whatIsKnownOfElements() {
    Pack pack = Designed.matching();
    allNoticed(pack, Cells.Budget.NOTHING, faults(pack, Cells.Budget.NOTHING).elements());
  }

  @Test
  void whatPointsSay() {
    Pack pack = Designed.matching();
    allNoticed(pack, Cells.Budget.NOTHING, faults(pack, Cells.Budget.NOTHING).points());
  }

  @Test
  void partsOfClausesDropped() {
    Pack pack = Designed.matching();
    allNoticed(pack, Cells.Budget.NOTHING, faults(pack, Cells.Budget.NOTHING).entries());
  }

  @Test
  void lawsShutOut() {
    Pack pack = Designed.matching();
    allNoticed(pack, Cells.Budget.NOTHING, faults(pack, Cells.Budget.NOTHING).gates());
  }

  @Test
  void lawsLeftOutByPlace() {
    Pack pack = Designed.matching();
    allNoticed(pack, Cells.Budget.NOTHING, faults(pack, Cells.Budget.NOTHING).places());
  }

  @Test
  void levelsByPlaceAndChannel() {
    Pack pack = Designed.consents();
    allNoticed(pack, Cells.Budget.NOTHING, faults(pack, Cells.Budget.NOTHING).readings());
  }

  @Test
  void placesAndKindsOfEvidence() {
    Pack pack = Designed.evidence();
    allNoticed(pack, Cells.Budget.NOTHING, faults(pack, Cells.Budget.NOTHING).readings());
  }

  @Test
  void ancestorsDropped() {
    Pack pack = Designed.consents();
    allNoticed(pack, Cells.Budget.NOTHING, faults(pack, Cells.Budget.NOTHING).ancestors());
  }

  @Test
  void conditionsMisread() {
    for (Pack pack : List.of(Designed.consents(), Designed.evidence(), Designed.others())) {
      CompiledPack whole = CompiledPack.of(pack, Cells.Budget.NOTHING);
      allNoticed(pack, Cells.Budget.NOTHING, Misread.all(pack, whole));
    }
  }

  /** Tables made for a history that says something else about its versions. */
  @Test
  void versionsMisread() {
    Condition sent = new Condition.Notice("sent");
    Condition asked = new Condition.Consent("share", null, Set.of(Tie.DATA), false);
    for (History.Pin pin : List.of(History.Pin.ALL, History.Pin.NEW_PERMISSIONS)) {
      History meant = Designed.versions(pin, 86_400, sent, asked);
      for (History other :
          List.of(
              Designed.versions(pin, 86_401, sent, asked),
              Designed.versions(pin, 86_399, sent, asked),
              Designed.versions(pin, 86_400, sent),
              Designed.versions(pin, 86_400, asked),
              Designed.versions(History.Pin.NONE, 86_400, sent, asked))) {
        Differential differential = new Differential(7, QUESTIONS);
        assertTrue(differential.objection(meant, Compiled.of(other)).isPresent());
      }
      assertTrue(new Differential(7, QUESTIONS).objection(meant, Compiled.of(meant)).isEmpty());
    }
  }
}
