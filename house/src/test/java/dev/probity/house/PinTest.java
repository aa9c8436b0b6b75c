// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.engine.Compiled;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.compare.Comparison;
import dev.probity.notice.compare.Inquiry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.ScenarioRunner;
import dev.probity.notice.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three notices promise that data stays under the version it was given under until something
 * happened. Each has one version; an invented later one shows the pin at work, in both engines.
 */
class PinTest {
  private static final Path LATER = Repository.root().resolve("house/src/test/resources/later");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ombre", "inogen", "omron"})
  void theEarlierVersionHoldsUntilTheConditionDoes(String pack) throws IOException {
    PackSource later = later(pack);

    assertEquals(2, later.history().versions().size());
    assertEquals(List.of(), mistakes(later, new Reference(later.history())));
    assertEquals(List.of(), mistakes(later, Compiled.of(later.history())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ombre", "inogen", "omron"})
  void withoutThePinTheScenariosFail(String pack) throws IOException {
    PackSource later = later(pack);
    List<dev.probity.kernel.clause.Pack> versions = later.history().versions();
    History loose = new History(versions, History.Pin.NONE, List.of(), "");

    assertTrue(mistakes(later, new Reference(loose)).size() >= 2);
  }

  @Test
  void theQuestionsOfTheComparisonDifferOnceThereIsALaterVersion() throws IOException {
    List<Fault> faults = new ArrayList<>();
    String text = Files.readString(Repository.root().resolve("packs/compare.yaml"));
    Inquiry inquiry = Inquiry.of(YamlReader.read("compare", text, faults).orElseThrow(), faults);
    Map<String, Effect> effects = new java.util.TreeMap<>();
    new Comparison(List.of(later("omron")), Reference::new)
        .of(inquiry.questions(), faults)
        .forEach(l -> effects.put(l.name(), l.replies().get("omron").decision().effect()));

    assertEquals(List.of(), faults);
    assertEquals(
        Effect.DENY,
        effects.get("A use only a later notice names, of data from before it, and no banner yet"));
    assertEquals(Effect.PERMIT, effects.get("The same once the banner was up"));
  }

  private static List<String> mistakes(PackSource later, Decider engine) {
    ScenarioRunner runner = new ScenarioRunner(later, engine, later.pack());
    return later.scenarios().stream()
        .map(runner::run)
        .filter(v -> !v.mistakes().isEmpty())
        .map(v -> v.scenario().name() + ": " + v.mistakes())
        .toList();
  }

  /** The pack with what was invented, and the pack as it is for its earlier version. */
  private PackSource later(String name) throws IOException {
    Path today = Repository.pack(name);
    Path later = folder.resolve(name);
    String version = Packs.read(today).header().version();
    copy(today, later);
    copy(today, later.resolve("versions").resolve(version));
    Path head = later.resolve("pack.yaml");
    Files.writeString(
        head,
        Files.readString(head)
            .replaceFirst("\\n  version: \\S+", "\n  version: later")
            .replaceFirst("\\n  in-force: \\S+", "\n  in-force: 2024-01-01"));
    Files.copy(LATER.resolve(name).resolve("clauses.yaml"), later.resolve("invented.yaml"));
    Files.createDirectories(later.resolve("scenarios"));
    Files.copy(
        LATER.resolve(name).resolve("scenarios.yaml"), later.resolve("scenarios/later.yaml"));
    Path laws = folder.resolve("statutes");
    if (!Files.exists(laws)) copy(Repository.pack("statutes"), laws);
    return Packs.read(later);
  }

  /** All but the scenarios and the trace. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String within = from.relativize(file).toString();
        if (within.startsWith("scenarios") || within.startsWith("trace")) continue;
        Files.createDirectories(to.resolve(within).getParent());
        Files.copy(file, to.resolve(within));
      }
    }
  }
}
