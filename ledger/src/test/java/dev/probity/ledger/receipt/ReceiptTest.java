// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.Keys;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.MemoryLog;
import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.NoteSignature;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tree.Merkle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private static final MemoryLog LOG = log();

  private static MemoryLog log() {
    MemoryLog log = new MemoryLog(new MemoryLog.Store(), Keys.LOG);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 300; i++)
      drafts.add(index -> ("entry " + index).getBytes(StandardCharsets.UTF_8));
    log.append(drafts);
    return log;
  }

  @Test
  void isReadBackAndVerifiesWithTheKeyAlone() {
    for (long index = 0; index < 300; index += 7) {
      String text = LOG.receipt(index).toString();
      Receipt read = Receipt.parse(text).orElseThrow();

      assertEquals(Receipt.Verdict.GENUINE, read.verify(Keys.LOG.verifier()));
      assertEquals(index, read.index());
      assertArrayEquals(("entry " + index).getBytes(StandardCharsets.UTF_8), read.entry());
      assertEquals(text, read.toString());
    }
  }

  @Test
  void noChangedOrLostCharacterIsGenuine() {
    String text = LOG.receipt(257).toString();
    for (int i = 0; i < text.length(); i++) {
      for (char c : "A \n".toCharArray()) {
        if (text.charAt(i) == c) continue;
        assertNotGenuine(text.substring(0, i) + c + text.substring(i + 1));
        assertNotGenuine(text.substring(0, i) + c + text.substring(i));
      }
      assertNotGenuine(text.substring(0, i) + text.substring(i + 1));
      assertNotGenuine(text.substring(0, i));
    }
  }

  private static void assertNotGenuine(String text) {
    Optional<Receipt> read = Receipt.parse(text);
    if (read.isEmpty()) return;
    assertNotEquals(Receipt.Verdict.GENUINE, read.get().verify(Keys.LOG.verifier()), text);
  }

  @Test
  void saysWhatIsWrong() {
    Receipt right = LOG.receipt(3);
    Receipt other = LOG.receipt(4);
    String moved = right.toString().replace("index 3\n", "index 2\n");
    String swapped = right.toString().replace(line(right, 1), line(other, 1));

    assertEquals(Receipt.Verdict.UNSIGNED, right.verify(Keys.OTHER.verifier()));
    assertEquals(Receipt.Verdict.NOT_THERE, verdict(moved));
    assertEquals(Receipt.Verdict.NOT_THERE, verdict(swapped));
    assertEquals(Receipt.Verdict.FORGED, verdict(right.toString().replace("\n300\n", "\n301\n")));
  }

  private static Receipt.Verdict verdict(String text) {
    return Receipt.parse(text).orElseThrow().verify(Keys.LOG.verifier());
  }

  private static String line(Receipt receipt, int line) {
    return receipt.toString().lines().toList().get(line);
  }

  /** Well formed otherwise, so that only its bounds refuse it. */
  @Test
  void aReceiptIsBounded() {
    Receipt right = LOG.receipt(3);
    String hash = Merkle.empty() + "\n";
    String head = right.toString().substring(0, right.toString().indexOf("index 3\n") + 8);
    String tail = "\n" + right.checkpoint();
    assertEquals(Receipt.Verdict.NOT_THERE, verdict(head + hash.repeat(64) + tail));
    assertTrue(Receipt.parse(head + hash.repeat(65) + tail).isEmpty());
    String entry = Base64.getEncoder().encodeToString(right.entry());
    String bare = right.toString().replace(entry, entry.replace("=", ""));
    assertTrue(entry.endsWith("=") && Receipt.parse(bare).isEmpty(), "one text for one receipt");
    for (int length : new int[] {65_535, 65_536}) {
      String long64 = Base64.getEncoder().encodeToString(new byte[length]);
      boolean read = Receipt.parse(right.toString().replace(entry, long64)).isPresent();
      assertEquals(length == 65_535, read);
    }
  }

  @Test
  void aWitnessMayStandBelow() {
    Receipt alone = LOG.receipt(0);
    String text =
        alone
            .toString()
            .replace(
                alone.checkpoint().toString(),
                alone.checkpoint().cosigned(Keys.WITNESS, Instant.EPOCH).toString());
    Receipt read = Receipt.parse(text).orElseThrow();

    assertEquals(Receipt.Verdict.GENUINE, read.verify(Keys.LOG.verifier()));
    assertEquals(Note.Standing.SIGNED, read.witnessed(Keys.WITNESS.verifier()));
    assertEquals(Note.Standing.UNSIGNED, alone.witnessed(Keys.WITNESS.verifier()));
    assertTrue(Receipt.parse(text + "\n").isEmpty());
  }

  @Test
  void aWitnessThatIsDemandedMustHaveSignedThisCheckpoint() {
    Receipt alone = LOG.receipt(7);
    SignedCheckpoint cosigned = alone.checkpoint().cosigned(Keys.WITNESS, Instant.EPOCH);
    Checkpoint said = alone.checkpoint().checkpoint();
    Checkpoint other = new Checkpoint(said.origin(), said.size(), Merkle.leaf(new byte[0]));
    NoteSignature foreign =
        SignedCheckpoint.of(other, Keys.LOG)
            .cosigned(Keys.WITNESS, Instant.EPOCH)
            .note()
            .signatures()
            .getLast();
    NoteSignature cosignature = cosigned.note().signatures().getLast();
    NoteSignature later = NoteSignature.parse(laterBySixteen(cosignature.toString())).orElseThrow();

    assertEquals(Receipt.Verdict.GENUINE, demanded(alone, cosigned));
    assertEquals(Receipt.Verdict.UNWITNESSED, demanded(alone, alone.checkpoint()));
    assertEquals(Receipt.Verdict.WITNESS_FORGED, demanded(alone, alone.checkpoint().with(foreign)));
    assertEquals(Receipt.Verdict.WITNESS_FORGED, demanded(alone, alone.checkpoint().with(later)));
    assertEquals(
        Receipt.Verdict.WITNESS_FORGED,
        demanded(alone, alone.checkpoint().with(cosignature).with(foreign)));
    assertEquals(
        Receipt.Verdict.UNSIGNED,
        demanded(alone, new SignedCheckpoint(said, new Note(said.text(), List.of(cosignature)))));
    assertEquals(
        Receipt.Verdict.UNWITNESSED,
        of(alone, cosigned)
            .verify(Keys.LOG.verifier(), List.of(Keys.WITNESS.verifier(), Keys.SECOND.verifier())));
    assertEquals(
        Receipt.Verdict.NOT_THERE,
        Receipt.parse(of(alone, cosigned).toString().replace("index 7\n", "index 6\n"))
            .orElseThrow()
            .verify(Keys.LOG.verifier(), List.of(Keys.WITNESS.verifier())));
  }

  /** The same signature under a time that the witness did not say. */
  private static String laterBySixteen(String line) {
    int at = line.lastIndexOf(' ') + 1;
    byte[] bytes = Base64.getDecoder().decode(line.substring(at));
    bytes[11] += 16;
    return line.substring(0, at) + Base64.getEncoder().encodeToString(bytes);
  }

  private static Receipt of(Receipt receipt, SignedCheckpoint checkpoint) {
    String text =
        receipt.toString().replace(receipt.checkpoint().toString(), checkpoint.toString());
    return Receipt.parse(text).orElseThrow();
  }

  private static Receipt.Verdict demanded(Receipt receipt, SignedCheckpoint checkpoint) {
    return of(receipt, checkpoint).verify(Keys.LOG.verifier(), List.of(Keys.WITNESS.verifier()));
  }
}
