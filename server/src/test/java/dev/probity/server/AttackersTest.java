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
import dev.probity.ledger.note.VerifierKey;
import dev.probity.notice.vocabulary.LexiconReader;
import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.Targets;
import dev.probity.store.log.Ledgers;
import dev.probity.store.log.LogRefused;
import dev.probity.store.log.Witnessing;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    int published = (int) log.checkpoint().checkpoint().size();
    at300 = kept("300", appended(300 - published));
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

  /** With everything that the operator has, a receipt of a fork lacks what she has not. */
  @Test
  void aForkIsNotSignedByTheWitness() throws Exception {
    try (Watch watch = new Watch(folder.resolve("witness"), logKey())) {
      Ledgers ledgers = store.ledgers(data().resolve("ledger"));
      BlockingQueue<String> said = new LinkedBlockingQueue<>();
      try (Witnessing witnessing =
          new Witnessing(ledgers, List.of("example"), watch.address(), watch.key(), said::add)) {
        witnessing.start();
        assertTrue(String.valueOf(said.poll(60, TimeUnit.SECONDS)).contains(" signs:"));
        String right = kept("right", asked("receipt/400"));
        assertSays(right, watch, "GENUINE", "GENUINE");
        verified(List.of("--witness", watch.pub()), "WITNESSED  witness.example signed the first");

        attacker.change(400);
        attacker.hashLeaves();
        attacker.hashNodes();
        assertSays(kept("unsigned", asked("receipt/400")), watch, "NOT_THERE", "NOT_THERE");
        attacker.sign(data().resolve("ledger/example/log.key"));
        String fork = asked("receipt/400");
        assertSays(kept("fork", fork), watch, "GENUINE", "UNWITNESSED");
        String line = Files.readString(Path.of(right));
        String pasted = fork + line.substring(line.lastIndexOf('\u2014'));
        assertSays(kept("pasted", pasted), watch, "GENUINE", "WITNESS_FORGED");
        verified(List.of("--witness", watch.pub()), "an entry from 0 to 599 was altered");

        Files.delete(data().resolve("ledger/example/checkpoints"));
        Files.delete(data().resolve("ledger/example/witnessed"));
        verified(List.of("--witness", watch.pub()), "UNWITNESSED  nothing that was read bears");
        ledgers.of("example").append(List.of(index -> new byte[] {1}));
        assertTrue(
            String.valueOf(said.poll(60, TimeUnit.SECONDS))
                .contains(" does not sign (status 422)"));
        assertSays(kept("grown", asked("receipt/400")), watch, "GENUINE", "UNWITNESSED");
      }
    }
  }

  private VerifierKey logKey() throws IOException {
    return VerifierKey.parse(Files.readString(data().resolve("ledger/example/log.pub")).strip())
        .orElseThrow();
  }

  private String asked(String door) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(address + "/" + door))
                  .header("Authorization", "Bearer " + Files.readString(folder.resolve("token")))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
      return answer.body();
    }
  }

  private void assertSays(String file, Watch watch, String alone, String demanded) {
    List<String> words = new ArrayList<>(List.of("receipt", "verify", file, "--key"));
    words.add(data().resolve("ledger/example/log.pub").toString());
    Found plain = run(words);
    assertTrue(plain.said().contains(alone + "  "), plain.said());
    words.addAll(List.of("--witness", watch.pub()));
    Found strict = run(words);
    assertTrue(strict.said().contains(" " + demanded + "  "), strict.said());
    assertEquals(demanded.equals("GENUINE") ? 0 : 1, strict.code());
  }

  private record Found(int code, String said) {}

  private Found finds(List<String> against, String sentence) {
    List<String> more = new ArrayList<>();
    against.forEach(file -> more.addAll(List.of("--against", file)));
    Found found = verified(more, sentence);
    assertEquals(found.said().contains("CLEAN") ? 0 : 1, found.code(), found.said());
    return found;
  }

  private Found verified(List<String> more, String sentence) {
    List<String> words = new ArrayList<>(List.of("ledger", "verify", address));
    words.addAll(List.of("--key", data().resolve("ledger/example/log.pub").toString()));
    words.addAll(List.of("--token-file", folder.resolve("token").toString()));
    words.addAll(more);
    Found found = run(words);
    assertTrue(found.said().contains(sentence), found.said());
    return found;
  }

  private Found run(List<String> words) {
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
    return new Found(code, bytes.toString(StandardCharsets.UTF_8));
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
