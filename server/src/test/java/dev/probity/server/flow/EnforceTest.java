// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.app.cli.Commands;
import dev.probity.app.cli.Serving;
import dev.probity.app.cli.Surroundings;
import dev.probity.app.print.Terminal;
import dev.probity.notice.vocabulary.LexiconReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command, as people run it, over the packs here. */
class EnforceTest {
  /** Rows of each pack, in this order: what is enforced once stays so. */
  private static final Map<String, Integer> ENFORCED = new LinkedHashMap<>();

  static {
    ENFORCED.put("omron", 25);
    ENFORCED.put("example", 1);
    ENFORCED.put("ombre", 10);
    ENFORCED.put("imetrix", 11);
    ENFORCED.put("inogen", 23);
    ENFORCED.put("innomax", 10);
  }

  /** Rows of controls that the server itself shows. */
  private static final Set<String> PROBED =
      Set.of(
          "OMR-005", "OMR-007", "OMR-079", "OMB-043", "OMB-044", "IMX-037", "IMX-052", "INX-002",
          "INX-057", "INX-099", "INX-163");

  private static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void everyFlowOfThePacksPassesAndItsRowIsEnforced() throws IOException {
    Path state = Path.of("target", "enforce");
    List<String> words = new ArrayList<>(List.of("enforce", "--json"));
    ENFORCED.keySet().forEach(name -> words.add("packs/" + name));
    int exit = run(state, words.toArray(String[]::new));
    JsonNode packs = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertEquals("", failing(packs));
    assertEquals(0, exit, err.toString(StandardCharsets.UTF_8));
    List<Integer> enforced = new ArrayList<>();
    for (JsonNode pack : packs)
      enforced.add(pack.path("coverage").path("clauses").path("enforced").asInt());
    assertEquals(List.copyOf(ENFORCED.values()), enforced);
    Set<String> probed = new TreeSet<>();
    for (JsonNode pack : packs) probed.addAll(pack.path("probes").propertyNames());
    assertEquals(new TreeSet<>(PROBED), probed);
    try (Stream<Path> left = Files.list(state.resolve("flows"))) {
      assertEquals(List.of(), left.filter(f -> f.toString().contains("data-")).toList());
    }
  }

  private static String failing(JsonNode packs) {
    StringBuilder said = new StringBuilder();
    for (JsonNode pack : packs)
      for (JsonNode flow : pack.path("flows"))
        if (!flow.path("result").asString("").equals("passed"))
          said.append(flow.path("flow")).append(flow.path("mistakes")).append('\n');
    return said.toString();
  }

  @Test
  void aFlowThatNobodyWroteIsRefused() {
    assertEquals(2, run(folder, "enforce", "packs/example", "--flow", "no such thing"));
    assertTrue(said().contains("PRB-U020"), said());
  }

  @Test
  void aStateThatCannotBeWrittenIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(2, run(file, "enforce", "packs/example"));
    assertTrue(said().contains("PRB-U021"), said());
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private int run(Path state, String... words) {
    Surroundings here =
        new Surroundings(
            new Terminal(stream(out), stream(err), false, false, false, 100),
            InputStream.nullInputStream(),
            ROOT,
            state,
            InstantSource.system(),
            LexiconReader::shipped);
    return Commands.run(here, new Doing(), words);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** Only what this command needs. */
  private record Doing() implements Serving {
    @Override
    public int up(Surroundings here, Up words) {
      return 2;
    }

    @Override
    public int token(Surroundings here, Token words) {
      return 2;
    }

    @Override
    public Enforced enforce(Surroundings here, Enforce words) {
      return new Enforcement(here, System.getenv("PATH")).run(words);
    }
  }
}
