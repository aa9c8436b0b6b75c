// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.app.cli.Surroundings;
import dev.probity.app.print.Terminal;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.Log;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.notice.vocabulary.LexiconReader;
import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.Targets;
import dev.probity.store.log.LogRefused;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Somebody changes the database of a running server, without the log's key and with it; an auditor
 * elsewhere reads the log over HTTP and holds it against what she kept.
 */
class AttackersTest {
  private static final String INSIDE = "self-consistent only: whoever holds the database and the";

  @TempDir Path folder;

  private Process server;
  private String address = "";
  private Store store;
  private Log log;
  private Attacker attacker;

  /** What the auditor kept: checkpoints of 300 and 600 entries, a receipt of entry 400. */
  private String at300 = "";

  private String at600 = "";
  private String receipt = "";

  @BeforeEach
  void aLogOfSixHundred() throws Exception {
    LoggingSystem.get(AttackersTest.class.getClassLoader()).beforeInitialize();
    serve();
    Target target = ((Targets.Chosen.Found) Targets.of(settings())).target();
    Means means = new Means(InstantSource.system(), new SecureRandom(), said -> {});
    store = ((Store.Opening.Opened) Store.join(target, means)).store();
    log = store.ledgers(data().resolve("ledger")).of("example");
    attacker = new Attacker(data());
    at300 = kept("300", appended(300));
    attacker.dump("first");
    at600 = kept("600", appended(300));
    receipt = kept("receipt", log.receipt(400));
    attacker.dump("whole");
  }

  @AfterEach
  void stop() throws InterruptedException {
    store.close();
    server.destroy();
    server.waitFor();
  }

  private SignedCheckpoint appended(int count) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++)
      drafts.add(index -> ("entry " + index).getBytes(StandardCharsets.UTF_8));
    return log.append(drafts).checkpoint();
  }

  private String kept(String name, Object text) throws IOException {
    return Files.writeString(folder.resolve(name), text.toString()).toString();
  }

  @Test
  void anAlteredLogIsNamedOverHttp() throws Exception {
    finds(List.of(), INSIDE);
    finds(List.of(at300, at600, receipt), "CLEAN  nothing changed since the newest checkpoint");

    withoutTheKey();
    attacker.putBack("whole");
    withTheKey();
    attacker.putBack("whole");
    cutOffOrPutBack();
    attacker.putBack("whole");
    finds(List.of(at300, at600, receipt), "CLEAN  nothing changed since the newest checkpoint");
  }

  private void withoutTheKey() throws Exception {
    attacker.change(400);
    assertEquals("changed", attacker.bytes(400));
    finds(List.of(), "ALTERED  entry 400 was altered");
    attacker.hashLeaves();
    finds(List.of(), "ALTERED  an entry from 0 to 599 was altered and hashed anew");
    finds(List.of(at300), "ALTERED  an entry from 300 to 599 was altered and hashed anew");
    finds(List.of(receipt), "ALTERED  entry 400 was altered");
    attacker.hashNodes();
    finds(List.of(), "ALTERED  an entry from 0 to 599 was altered and hashed anew");
    finds(List.of(at300, at600), "ALTERED  an entry from 300 to 599 was altered");
    Found named = finds(List.of(at300, receipt), "ALTERED  entry 400 was altered");
    assertFalse(named.said().contains("two histories"), named.said());
  }

  private void withTheKey() throws Exception {
    attacker.change(400);
    attacker.hashLeaves();
    attacker.hashNodes();
    attacker.sign(data().resolve("ledger/example/log.key"));
    finds(List.of(), INSIDE);
    finds(List.of(at300), "CLEAN  nothing changed since the newest checkpoint");
    Found range = finds(List.of(at300, at600), "an entry from 300 to 599 was altered");
    assertTrue(range.said().contains("the log's key signed two histories"), range.said());
    Found named = finds(List.of(receipt), "ALTERED  entry 400 was altered");
    assertTrue(named.said().contains("the log's key signed two histories"), named.said());
    finds(List.of(at600), "ALTERED  an entry from 0 to 599 was altered and hashed anew");
  }

  private void cutOffOrPutBack() throws Exception {
    attacker.cutOff(300);
    finds(List.of(), INSIDE);
    finds(List.of(at600), "ALTERED  the log ends at 300 entries and once had 600");
    attacker.putBack("whole");
    attacker.putBack("first");
    finds(List.of(receipt), "ALTERED  the log ends at 300 entries and once had 600");
    LogRefused refused = assertThrows(LogRefused.class, () -> appended(1));
    assertEquals("PRB-S016", refused.fault().code());
  }

  private record Found(int code, String said) {}

  private Found finds(List<String> against, String sentence) {
    List<String> words = new ArrayList<>(List.of("ledger", "verify", address));
    words.addAll(List.of("--key", data().resolve("ledger/example/log.pub").toString()));
    words.addAll(List.of("--token-file", folder.resolve("token").toString()));
    against.forEach(file -> words.addAll(List.of("--against", file)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Surroundings here =
        new Surroundings(
            new Terminal(stream, stream, false, false, false, 100),
            InputStream.nullInputStream(),
            root(),
            folder,
            InstantSource.system(),
            LexiconReader::shipped);
    int code = dev.probity.app.cli.Commands.run(here, words.toArray(String[]::new));
    String said = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains(sentence), said);
    boolean clean = said.contains("CLEAN");
    assertEquals(clean ? 0 : 1, code, said);
    return new Found(code, said);
  }

  private void serve() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dprobity.home=" + root(), "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of("dev.probity.server.Server", "up", "--demo", "--port", "0"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PROBITY_DATABASE_URL");
    builder.environment().putAll(settings());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    server = builder.start();
    BufferedReader out = server.inputReader();
    String token = "";
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("Probity listens at "))
        address = line.replace("Probity listens at ", "") + "/v1/example/ledger";
      if (token.isEmpty() && line.strip().startsWith("prb_")) token = line.strip();
      if (line.startsWith("Ctrl-C")) {
        Files.writeString(folder.resolve("token"), token);
        return;
      }
    }
    throw new AssertionError("the server did not start");
  }

  private Map<String, String> settings() {
    return Map.of("PROBITY_DATA", data().toString());
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static Path root() {
    return Path.of(System.getProperty("probity.root", "..")).toAbsolutePath().normalize();
  }
}
