// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.pack.PackFiles;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Proof;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.vocabulary.LexiconReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weakens what each enforced row of a pack rests on, in one place at a time, and sees that a flow
 * of that row fails: a flow that would not notice shows nothing. One server plays them all. Of most
 * packs the first of each row; {@code -Dprobity.mutants=all} for every one.
 */
class FlowMutantsTest {
  private static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));
  private static final boolean ALL = System.getProperty("probity.mutants", "").equals("all");
  private static final List<String> PACKS =
      List.of("omron", "imetrix", "inogen", "innomax", "ombre");

  /** In one file of the pack, other words in the place of some. */
  private record Mutant(String row, String file, String old, String now) {}

  private record Cast(Mutant mutant, PackSource source, Scenario flow) {}

  @Test
  void aFlowNoticesWhatItsRowRestsOn() throws Exception {
    Map<String, Cast> casts = new TreeMap<>();
    Map<String, PackSource> controllers = new LinkedHashMap<>();
    List<Mutant> mutants = new ArrayList<>();
    for (String name : PACKS) {
      PackFiles pack = files(name);
      for (Mutant mutant : ALL || name.equals("omron") ? mutants(name) : firsts(name)) {
        mutants.add(mutant);
        PackSource source = read(weakened(pack, mutant));
        for (Scenario flow : flows(source, mutant.row())) {
          String controller = "mutant-" + casts.size();
          casts.put(controller, new Cast(mutant, source, flow));
          controllers.put(controller, source);
        }
      }
    }
    Set<Mutant> noticed = new HashSet<>();
    Path folder = Path.of("target", "mutants").toAbsolutePath();
    Stage.Setting setting =
        Stage.set(folder, System.getenv("PATH"), InstantSource.system(), controllers);
    assertTrue(setting instanceof Stage.Setting.Set, setting.toString());
    try (Stage stage = ((Stage.Setting.Set) setting).stage()) {
      casts.forEach(
          (name, cast) -> {
            if (!noticed.contains(cast.mutant())
                && stage.play(name, cast.source(), cast.flow()).failed())
              noticed.add(cast.mutant());
          });
    }
    assertEquals(List.of(), mutants.stream().filter(m -> !noticed.contains(m)).toList());
  }

  /** So that nobody adds a flow without a mutant that it kills. */
  @ParameterizedTest
  @FieldSource("PACKS")
  void everyRowWithAFlowHasAMutant(String name) throws IOException {
    PackSource source = read(files(name));
    Set<String> rows = new TreeSet<>();
    for (Scenario scenario : source.scenarios())
      if (scenario.ask() instanceof Ask.Flow)
        for (String kept : scenario.keeps()) {
          String row = source.entries().containsKey(kept) ? source.entries().get(kept).row() : kept;
          if (source.proof(row).equals(Optional.of(Proof.SERVER))) rows.add(row);
        }
    Set<String> mutated = new TreeSet<>();
    mutants(name).forEach(mutant -> mutated.add(mutant.row()));
    assertEquals(rows, mutated);
  }

  private static List<Mutant> mutants(String pack) throws IOException {
    Path file =
        ROOT.resolve("server/src/test/resources/dev/probity/server/flow/mutants/" + pack + ".json");
    List<Mutant> mutants = new ArrayList<>();
    for (JsonNode one : JsonMapper.shared().readTree(Files.readString(file)))
      mutants.add(
          new Mutant(
              one.path("row").asString(),
              one.path("file").asString(),
              one.path("old").asString(),
              one.path("now").asString()));
    return mutants;
  }

  private static List<Mutant> firsts(String pack) throws IOException {
    Map<String, Mutant> firsts = new TreeMap<>();
    mutants(pack).forEach(mutant -> firsts.putIfAbsent(mutant.row(), mutant));
    return List.copyOf(firsts.values());
  }

  private static List<Scenario> flows(PackSource source, String row) {
    return source.scenarios().stream()
        .filter(s -> s.ask() instanceof Ask.Flow)
        .filter(s -> s.keeps().stream().anyMatch(name -> name.startsWith(row)))
        .toList();
  }

  private static PackFiles files(String pack) {
    return PackFiles.read(ROOT.resolve("packs").resolve(pack), new ArrayList<>());
  }

  private static PackFiles weakened(PackFiles pack, Mutant mutant) {
    Map<String, String> texts = new TreeMap<>(pack.texts());
    String text = texts.getOrDefault(mutant.file(), "");
    String weakened = text.replace(mutant.old(), mutant.now());
    assertNotEquals(text, weakened, mutant.toString());
    texts.put(mutant.file(), weakened);
    return new PackFiles(pack.folder(), texts);
  }

  private static PackSource read(PackFiles files) {
    return switch (PackReader.read(files, LexiconReader.shipped())) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }
}
