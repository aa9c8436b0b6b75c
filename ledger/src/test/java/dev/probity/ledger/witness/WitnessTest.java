// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.Keys;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.MemoryLog;
import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tile.TileNodes;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.tree.Prover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a witness signs and, above all, what it does not. */
class WitnessTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final MemoryLog.Store store = new MemoryLog.Store();
  private final MemoryLog log = new MemoryLog(store, Keys.LOG);

  @TempDir private Path folder;

  private Witness witness() {
    return new Witness(
        Keys.WITNESS, List.of(Keys.LOG.verifier()), folder, InstantSource.fixed(NOW));
  }

  private SignedCheckpoint grown(int count) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) drafts.add(index -> new byte[] {(byte) index});
    return log.append(drafts).checkpoint();
  }

  private Offer offer(long from, SignedCheckpoint to) {
    long size = to.checkpoint().size();
    List<Hash> proof =
        from == 0
            ? List.of()
            : new Prover(new TileNodes(store, size)).consistency(from, size).path();
    return new Offer(from, proof, to);
  }

  private Answer answer(Object offer) {
    return witness().answer(offer.toString());
  }

  @Test
  void itSignsALogThatGrows() {
    SignedCheckpoint first = grown(7);
    Answer.Cosigned signed = assertInstanceOf(Answer.Cosigned.class, answer(offer(0, first)));
    SignedCheckpoint both = first.with(signed.signature());
    assertEquals(Note.Standing.SIGNED, both.standing(Keys.WITNESS.verifier()));
    assertEquals(Note.Standing.SIGNED, both.standing(Keys.LOG.verifier()));
    assertEquals(both.toString(), first.cosigned(Keys.WITNESS, NOW).toString());

    SignedCheckpoint second = grown(300);
    assertEquals(200, answer(offer(7, second)).status());
    assertEquals(200, answer(offer(307, second)).status(), "the same again");
  }

  @Test
  void itSignsNothingElseAndSaysWhy() {
    SignedCheckpoint seven = grown(7);
    assertEquals(404, answer(offer(0, other("log.example/two", seven))).status());
    assertEquals(403, answer(offer(0, forged(seven))).status());
    assertEquals(400, answer("").status());
    assertEquals(400, answer("old 07\n\n" + seven).status());
    assertEquals(400, answer("old 0\nnot a hash\n\n" + seven).status());
    assertEquals(400, answer("old 8\n\n" + seven).status());
    assertEquals(422, answer(new Offer(0, List.of(Merkle.empty()), seven)).status());
    assertEquals(new Answer.Conflict(0), answer(new Offer(5, List.of(), seven)));

    assertEquals(200, answer(offer(0, seven)).status());
    SignedCheckpoint twenty = grown(13);
    assertEquals(new Answer.Conflict(7), answer(offer(0, twenty)));
    assertEquals(new Answer.Conflict(7), answer(offer(9, twenty)));
    Offer right = offer(7, twenty);
    for (int i = 0; i < right.proof().size(); i++) {
      List<Hash> wrong = new ArrayList<>(right.proof());
      wrong.set(i, Merkle.empty());
      assertEquals(422, answer(new Offer(7, wrong, twenty)).status());
      wrong.remove(i);
      assertEquals(422, answer(new Offer(7, wrong, twenty)).status());
    }
    assertEquals(200, answer(right).status());
  }

  /** The log's key signs another history: of one size, and of a larger one. */
  @Test
  void ofTwoHistoriesItSignsOne() {
    SignedCheckpoint seven = grown(7);
    assertEquals(200, answer(offer(0, seven)).status());
    store.entries.set(3, new byte[] {42});
    SignedCheckpoint rewritten = log.rewrite();
    assertEquals(new Answer.Conflict(7), answer(new Offer(7, List.of(), rewritten)));
    assertEquals(422, answer(offer(7, grown(5))).status());
    assertEquals(new Answer.Conflict(7), answer(offer(0, grown(1))), "nor from the beginning");
  }

  @Test
  void whatItCannotRememberItDoesNotSign() throws IOException {
    SignedCheckpoint seven = grown(7);
    assertEquals(200, answer(offer(0, seven)).status());
    Path file;
    try (var files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    assertTrue(Files.readString(file).startsWith("log.example/one\n7\n"));
    Files.writeString(file, "something else");
    assertEquals(500, answer(offer(7, seven)).status());
  }

  private static SignedCheckpoint other(String origin, SignedCheckpoint like) {
    Checkpoint checkpoint = like.checkpoint();
    return SignedCheckpoint.of(
        new Checkpoint(origin, checkpoint.size(), checkpoint.root()), Keys.LOG);
  }

  private static SignedCheckpoint forged(SignedCheckpoint like) {
    return SignedCheckpoint.of(like.checkpoint(), Keys.OTHER);
  }
}
