// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.entry.PackPin;
import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Edge;
import dev.probity.ledger.tile.TileFolder;
import dev.probity.ledger.tile.TileNodes;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.tree.Prover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandsTest {
  private static final SigningKey KEY =
      SigningKey.generate("log.example", VerifierKey.Kind.AUTHOR, new SecureRandom());

  @TempDir private Path folder;
  private String key = "";
  private String log = "";
  private String receipt = "";

  @BeforeEach
  void aLogOfTen() throws IOException {
    key = Files.writeString(folder.resolve("log.pub"), KEY.verifier() + "\n").toString();
    log = folder.resolve("log").toString();
    receipt = write(entries(), "my.receipt").toString();
  }

  private static List<byte[]> entries() {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Instant at = Instant.parse("2026-06-01T00:00:0" + i + "Z");
      entries.add(
          EntryText.bytes(new Entry.PackPublished(at, new PackPin("example@2026-03-01#ab"))));
    }
    return entries;
  }

  /** A log with the entries, and a receipt for the fourth. */
  private Path write(List<byte[]> entries, String name) throws IOException {
    TileFolder tiles = new TileFolder(Path.of(log));
    Edge edge = new Edge();
    entries.forEach(entry -> edge.add(Merkle.leaf(entry), tiles::write));
    edge.partial(tiles::write);
    tiles.writeBundle(0, entries.size(), Bundle.of(entries));
    SignedCheckpoint signed =
        SignedCheckpoint.of(new Checkpoint("log.example", edge.size(), edge.root()), KEY);
    Files.writeString(Path.of(log, "checkpoint"), signed.toString());
    Receipt made =
        new Receipt(
            entries.get(3),
            new Prover(new TileNodes(tiles, edge.size())).inclusion(3, edge.size()),
            signed);
    return Files.writeString(folder.resolve(name), made.toString());
  }

  @Test
  void aReceiptIsVerifiedFromTwoFilesAlone() {
    Run run = Run.of("receipt", "verify", receipt, "--key", key);

    assertEquals(Exit.FINE, run.code(), run.err());
    assertTrue(run.out().contains("GENUINE"), run.out());
    assertTrue(run.out().contains("entry 3 of the first 10 of log.example"), run.out());
    assertTrue(run.out().contains("\"at\":\"2026-06-01T00:00:03Z\""), run.out());
    Run json = Run.of("receipt", "verify", receipt, "--key", key, "--json");
    assertTrue(
        json.out()
            .startsWith(
                "{\"verdict\":\"GENUINE\",\"origin\":\"log.example\",\"index\":3,\"size\":10,"),
        json.out());
  }

  @Test
  void aReceiptOfAnotherPlaceOrKeyIsNot() throws IOException {
    String text = Files.readString(Path.of(receipt)).replace("index 3\n", "index 2\n");
    Path moved = Files.writeString(folder.resolve("moved"), text);
    SigningKey other =
        SigningKey.generate("log.example", VerifierKey.Kind.AUTHOR, new SecureRandom());
    Path foreign = Files.writeString(folder.resolve("other.pub"), other.verifier().toString());

    Run wrong = Run.of("receipt", "verify", moved.toString(), "--key", key);
    assertEquals(Exit.FINDINGS, wrong.code());
    assertTrue(wrong.out().contains("NOT_THERE"), wrong.out());
    Run unknown = Run.of("receipt", "verify", receipt, "--key", foreign.toString(), "--json");
    assertEquals(Exit.FINDINGS, unknown.code());
    assertTrue(unknown.out().contains("\"verdict\":\"UNSIGNED\""), unknown.out());
  }

  @Test
  void aWitnessThatIsDemandedMustHaveSigned() throws IOException {
    SigningKey witness =
        SigningKey.generate("witness.example", VerifierKey.Kind.WITNESS, new SecureRandom());
    String pub = Files.writeString(folder.resolve("w.pub"), witness.verifier() + "\n").toString();
    Receipt alone = Receipt.parse(Files.readString(Path.of(receipt))).orElseThrow();
    String cosigned = alone.checkpoint().cosigned(witness, Instant.EPOCH).toString();
    String both = alone.toString().replace(alone.checkpoint().toString(), cosigned);
    String kept = Files.writeString(folder.resolve("cosigned"), both).toString();
    String line = cosigned.substring(cosigned.lastIndexOf('\u2014'));

    Run signed = Run.of("receipt", "verify", kept, "--key", key, "--witness", pub);
    assertEquals(Exit.FINE, signed.code(), signed.err());
    Run without = Run.of("receipt", "verify", receipt, "--key", key, "--witness", pub);
    assertEquals(Exit.FINDINGS, without.code());
    assertTrue(without.out().contains("UNWITNESSED  the log has signed it"), without.out());
    Path unused = write(entries().subList(0, 4), "four");
    String foreign = Files.readString(folder.resolve("four")) + line;
    String pasted = Files.writeString(folder.resolve("pasted"), foreign).toString();
    assertEquals(Exit.FINE, Run.of("receipt", "verify", pasted, "--key", key).code());
    Run forged = Run.of("receipt", "verify", pasted, "--key", key, "--witness", pub);
    assertEquals(Exit.FINDINGS, forged.code());
    assertTrue(forged.out().contains("WITNESS_FORGED  the witness's signature is"), forged.out());
    assertRefused("PRB-A014", "receipt", "verify", kept, "--key", key, "--witness", key);
  }

  @Test
  void aCleanLogSaysHowMuchThatMeans() {
    Run alone = Run.of("ledger", "verify", log, "--key", key);
    assertEquals(Exit.FINE, alone.code(), alone.err());
    assertTrue(alone.out().contains("CLEAN  self-consistent only"), alone.out());

    Run held = Run.of("ledger", "verify", log, "--key", key, "--against", receipt, "--json");
    assertEquals(Exit.FINE, held.code());
    assertTrue(
        held.out().startsWith("{\"clean\":true,\"size\":10,\"against\":1,\"findings\":[],"),
        held.out());
  }

  @Test
  void aCopyIsCleanForAWitnessOnlyWithWhatItSigned() throws IOException {
    SigningKey witness =
        SigningKey.generate("witness.example", VerifierKey.Kind.WITNESS, new SecureRandom());
    String pub = Files.writeString(folder.resolve("w.pub"), witness.verifier() + "\n").toString();
    SignedCheckpoint own =
        SignedCheckpoint.parse(Files.readString(Path.of(log, "checkpoint"))).orElseThrow();
    SignedCheckpoint other =
        SignedCheckpoint.of(new Checkpoint("log.example", 10, Merkle.empty()), KEY);
    assertWitnessed(Exit.FINDINGS, "UNWITNESSED  nothing", "\"witness.example\":-1", pub);
    Path file = Path.of(log, "witnessed");
    Files.writeString(file, own.cosigned(witness, Instant.EPOCH).toString());
    assertWitnessed(Exit.FINE, "WITNESSED  witness.example signed the first 10", ":10}", pub);
    Files.writeString(file, own.toString());
    assertWitnessed(Exit.FINDINGS, "UNWITNESSED  nothing", ":-1}", pub);
    var foreign = other.cosigned(witness, Instant.EPOCH).note().signatures().getLast();
    Files.writeString(file, own.with(foreign).toString());
    assertWitnessed(Exit.FINDINGS, "UNWITNESSED  nothing", ":-1}", pub);
    Files.writeString(file, other.cosigned(witness, Instant.EPOCH).toString());
    assertWitnessed(Exit.FINDINGS, "ALTERED  an entry from 0 to 9", ":10}", pub);
    assertRefused("PRB-A014", "ledger", "verify", log, "--key", key, "--witness", key);
  }

  private void assertWitnessed(int code, String says, String json, String pub) {
    Run run = Run.of("ledger", "verify", log, "--key", key, "--witness", pub);
    assertEquals(code, run.code(), run.out() + run.err());
    assertTrue(run.out().contains(says), run.out());
    Run data = Run.of("ledger", "verify", log, "--key", key, "--witness", pub, "--json");
    assertTrue(data.out().contains(json), data.out());
  }

  @Test
  void aLogRewrittenWithItsOwnKeyIsNamedByAReceipt() throws IOException {
    List<byte[]> entries = entries();
    entries.set(3, entries.get(4));
    Path unused = write(entries, "new.receipt");

    assertEquals(Exit.FINE, Run.of("ledger", "verify", log, "--key", key).code());
    Run held = Run.of("ledger", "verify", log, "--key", key, "--against", receipt);
    assertEquals(Exit.FINDINGS, held.code());
    assertTrue(held.out().contains("ALTERED  entry 3 was altered"), held.out());
    assertTrue(held.out().contains("who rewrote it holds the key"), held.out());
    Run json = Run.of("ledger", "verify", log, "--key", key, "--against", receipt, "--json");
    assertTrue(
        json.out().contains("{\"found\":\"entry-altered\",\"index\":3,\"sentence\":"), json.out());
  }

  @Test
  void whatIsNoneOfTheseFilesIsRefused() {
    assertRefused("PRB-A013", "receipt", "verify", key, "--key", key);
    assertRefused("PRB-A014", "receipt", "verify", receipt, "--key", receipt);
    assertRefused("PRB-A015", "ledger", "verify", log, "--key", key, "--against", key);
    assertRefused("PRB-A016", "ledger", "verify", folder.toString(), "--key", key);
    assertRefused("PRB-A001", "receipt", "verfy", receipt);
    assertRefused("PRB-A001", "receipt");
    assertTrue(Run.of("receipt", "verfy").err().contains("did you mean `verify`?"));
  }

  private static void assertRefused(String code, String... words) {
    Run run = Run.of(words);
    assertEquals(Exit.WRONG_USE, run.code(), run.out());
    assertTrue(run.err().contains("  " + code + "  "), run.err());
  }
}
