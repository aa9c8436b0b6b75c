// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.Log;
import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.witness.Answer;
import dev.probity.ledger.witness.Witness;
import dev.probity.store.Store;
import dev.probity.store.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log in the database and a witness behind HTTP, which may be away or say something else. */
class WitnessingTest {
  private static final SigningKey KEY =
      SigningKey.generate("witness.example", VerifierKey.Kind.WITNESS, new SecureRandom());

  private final String controller = "seen-" + Long.toString(System.nanoTime(), 36);
  private final List<String> said = new ArrayList<>();

  @TempDir Path folder;
  private Store store;
  private Ledgers ledgers;
  private HttpServer server;
  private Witness witness;
  private Witnessing witnessing;
  private volatile int status;

  @BeforeEach
  void open() throws IOException {
    store = ((Store.Opening.Opened) Store.open(TestPostgres.shared(), TestPostgres.MEANS)).store();
    store.admit(controller);
    ledgers = store.ledgers(folder.resolve("ledger"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/add-checkpoint",
        exchange -> {
          try (exchange) {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = witness.answer(body);
            String says =
                switch (answer) {
                  case Answer.Cosigned it -> it.signature() + "\n";
                  case Answer.Conflict it -> it.size() + "\n";
                  case Answer.Malformed it -> "";
                  case Answer.Unsigned it -> "";
                  case Answer.UnknownLog it -> "";
                  case Answer.Inconsistent it -> "";
                  case Answer.Forgetful it -> "";
                };
            byte[] bytes = says.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                status == 0 ? answer.status() : status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    witnessing =
        new Witnessing(ledgers, List.of(controller, "never"), address, KEY.verifier(), said::add);
  }

  @AfterEach
  void close() {
    witnessing.close();
    server.stop(0);
    store.close();
  }

  private void append(int count) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) drafts.add(index -> new byte[] {(byte) index});
    ledgers.of(controller).append(drafts);
  }

  private void watches(Path memory) throws IOException {
    Files.createDirectories(memory);
    witness = new Witness(KEY, List.of(ledgers.key(controller)), memory, InstantSource.system());
  }

  private long size() {
    return ledgers.witnessed(controller).map(c -> c.checkpoint().size()).orElse(0L);
  }

  @Test
  void whatTheLogSignsIsSignedByTheWitnessAndKept() throws Exception {
    witnessing.look();
    assertFalse(Files.exists(folder.resolve("ledger")), "looking makes no key");
    append(3);
    watches(folder.resolve("witness"));
    witnessing.look();
    SignedCheckpoint cosigned = ledgers.witnessed(controller).orElseThrow();
    assertEquals(Note.Standing.SIGNED, cosigned.standing(KEY.verifier()));
    assertEquals(Note.Standing.SIGNED, cosigned.standing(ledgers.key(controller)));
    append(300);
    append(300);
    witnessing.look();
    assertEquals(603, size());
    Files.delete(folder.resolve("ledger").resolve(controller).resolve("witnessed"));
    append(1);
    witnessing.look();
    assertEquals(604, size(), "the witness says where it is");
    assertEquals(1, said.size(), said.toString());
  }

  @Test
  void receiptsBearWhatTheWitnessSignedOnceItHasTheirEntry() throws Exception {
    append(300);
    watches(folder.resolve("witness"));
    assertEquals(Receipt.Verdict.UNWITNESSED, demanded(7));
    witnessing.look();
    append(300);
    assertEquals(Receipt.Verdict.GENUINE, demanded(7));
    assertEquals(300, ledgers.of(controller).receipt(299).checkpoint().checkpoint().size());
    assertEquals(Receipt.Verdict.UNWITNESSED, demanded(300), "the witness has not seen it");
    witnessing.look();
    assertEquals(Receipt.Verdict.GENUINE, demanded(300));
    assertEquals(Receipt.Verdict.GENUINE, demanded(7));
    assertEquals(600, ledgers.of(controller).receipt(7).checkpoint().checkpoint().size());
  }

  /** Nothing that lies in the file of what was witnessed makes a receipt worse. */
  @Test
  void whatIsWitnessedAndNotThisLogIsInNoReceipt() throws Exception {
    append(5);
    watches(folder.resolve("witness"));
    witnessing.look();
    SignedCheckpoint right = ledgers.witnessed(controller).orElseThrow();
    SigningKey log =
        SigningKey.parse(
                Files.readString(folder.resolve("ledger").resolve(controller).resolve("log.key")))
            .orElseThrow();
    String origin = right.checkpoint().origin();
    Checkpoint fork = new Checkpoint(origin, 5, Merkle.leaf(new byte[0]));
    Checkpoint beyond = new Checkpoint(origin, 6, right.checkpoint().root());
    SigningKey stranger = SigningKey.generate(origin, VerifierKey.Kind.AUTHOR, new SecureRandom());
    List<String> others =
        List.of(
            SignedCheckpoint.of(fork, log).cosigned(KEY, Instant.EPOCH).toString(),
            SignedCheckpoint.of(beyond, log).cosigned(KEY, Instant.EPOCH).toString(),
            SignedCheckpoint.of(right.checkpoint(), stranger)
                .cosigned(KEY, Instant.EPOCH)
                .toString(),
            "something else");
    for (String other : others) {
      Path file = folder.resolve("ledger").resolve(controller).resolve("witnessed");
      Path part = Files.writeString(folder.resolve("part"), other);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      assertEquals(Receipt.Verdict.UNWITNESSED, demanded(3), other);
    }
  }

  private Receipt.Verdict demanded(long index) {
    return ledgers
        .of(controller)
        .receipt(index)
        .verify(ledgers.key(controller), List.of(KEY.verifier()));
  }

  @Test
  void aWitnessThatIsAwayOrRefusesStopsNoAppend() throws Exception {
    append(3);
    watches(folder.resolve("witness"));
    status = 503;
    witnessing.look();
    append(3);
    witnessing.look();
    assertEquals(0, size());
    assertEquals(1, said.size(), "said once: " + said);
    assertTrue(said.getFirst().contains("does not sign (status 503)"), said.toString());
    status = 0;
    witnessing.look();
    assertEquals(6, size());
    server.stop(0);
    append(1);
    witnessing.look();
    assertTrue(said.getLast().contains("cannot be reached"), said.toString());
    assertEquals(6, size());
  }

  /** A disk without room, or whatever keeps the file from its place, and a look each second. */
  @Test
  void whatCannotBeKeptLeavesNothingBehind() throws Exception {
    append(3);
    watches(folder.resolve("witness"));
    Path own = folder.resolve("ledger").resolve(controller);
    Files.createDirectories(own.resolve("witnessed").resolve("in the way"));
    List<Path> before;
    SignedCheckpoint newest = ledgers.of(controller).checkpoint();
    Witnessed witnessed = new Witnessed(own.resolve("witnessed"), ledgers.key(controller));
    try (var files = Files.list(own)) {
      before = files.sorted().toList();
    }
    assertThrows(LogRefused.class, () -> witnessed.write(newest));
    try (var files = Files.list(own)) {
      assertEquals(before, files.sorted().toList());
    }
  }

  /** The database was put back and its keepers' file too: the witness still knows. */
  @Test
  void anotherHistoryIsNotSigned() throws Exception {
    append(5);
    watches(folder.resolve("witness"));
    witnessing.look();
    Log log = ledgers.of(controller);
    assertEquals(5, size());
    Superuser.client()
        .sql("delete from probity.ledger_entry where controller = ? and index >= 2")
        .param(controller)
        .update();
    Superuser.client()
        .sql("delete from probity.ledger_checkpoint where controller = ?")
        .param(controller)
        .update();
    Superuser.client()
        .sql("delete from probity.ledger_entry where controller = ?")
        .param(controller)
        .update();
    Files.delete(folder.resolve("ledger").resolve(controller).resolve("checkpoints"));
    Files.delete(folder.resolve("ledger").resolve(controller).resolve("witnessed"));
    ledgers = store.ledgers(folder.resolve("ledger"));
    append(2);
    assertEquals(2, log.checkpoint().checkpoint().size());
    witnessing.look();
    assertEquals(0, size());
    assertTrue(said.getLast().contains("signed another history"), said.toString());
  }
}
