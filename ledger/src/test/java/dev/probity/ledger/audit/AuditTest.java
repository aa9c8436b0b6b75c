// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.Keys;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.MemoryLog;
import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody changes the log, without its key and with it. */
class AuditTest {
  private static final int SIZE = 1_000;

  private final MemoryLog.Store store = new MemoryLog.Store();
  private final MemoryLog log = new MemoryLog(store, Keys.LOG);
  private final List<Kept> kept = new ArrayList<>();

  AuditTest() {
    for (int batch = 0; batch < 10; batch++) {
      List<Draft> drafts = new ArrayList<>();
      for (int i = 0; i < SIZE / 10; i++) drafts.add(AuditTest::entry);
      SignedCheckpoint checkpoint = log.append(drafts).checkpoint();
      kept.add(kept("kept " + checkpoint.checkpoint().size(), checkpoint));
    }
  }

  private static byte[] entry(long index) {
    return ByteBuffer.allocate(8).putLong(index).array();
  }

  private static Kept kept(String name, SignedCheckpoint checkpoint) {
    return Kept.parse(name, checkpoint.toString()).orElseThrow();
  }

  private Report audit(List<Kept> against) {
    return audit(log.checkpoint(), against);
  }

  private Report audit(SignedCheckpoint own, List<Kept> against) {
    return new Audit(store, Keys.LOG.verifier()).of(own, against);
  }

  private void alter(int index) {
    store.entries.set(index, new byte[] {42});
  }

  @Test
  void aLogThatNobodyTouchedIsCleanAndSaysHowMuchThatMeans() {
    Report alone = audit(List.of());
    Report held = audit(kept);

    assertTrue(alone.clean());
    assertTrue(alone.proves().startsWith("self-consistent only"), alone.proves());
    assertEquals(SIZE, held.size());
    assertEquals(10, held.elsewhere());
    assertTrue(held.clean());
    assertFalse(held.proves().contains("self-consistent"));
  }

  @Test
  void anAlteredEntryIsNamed() {
    alter(0);
    alter(513);
    alter(999);

    assertEquals(
        List.of(
            new Finding.EntryAltered(0),
            new Finding.EntryAltered(513),
            new Finding.EntryAltered(999)),
        audit(List.of()).findings());
    assertEquals(3, audit(kept).findings().size());
  }

  /** Without the key: entry and every hash are made anew, but the signature stays. */
  @Test
  void hashesRewrittenWithoutTheKeyAreFoundFromInside() {
    SignedCheckpoint own = log.checkpoint();
    alter(513);
    SignedCheckpoint unused = log.rewrite();

    assertEquals(List.of(new Finding.RangeRewritten(0, SIZE)), audit(own, List.of()).findings());
    assertEquals(List.of(new Finding.RangeRewritten(500, 600)), audit(own, kept).findings());
  }

  /** With the key: from inside there is nothing to find, and the report says so. */
  @Test
  void aHistoryRewrittenWithTheKeyIsFoundOnlyFromElsewhere() {
    alter(513);
    SignedCheckpoint anew = log.rewrite();

    Report alone = audit(anew, List.of());
    assertTrue(alone.clean());
    assertTrue(alone.proves().startsWith("self-consistent only"), alone.proves());
    assertEquals(
        List.of(new Finding.RangeRewritten(500, 600), new Finding.TwoHistories(SIZE, "kept 600")),
        audit(anew, kept).findings());
    assertTrue(audit(anew, kept.subList(0, 5)).clean());
  }

  @Test
  void aReceiptNamesTheEntryEvenThen() {
    Kept receipt = Kept.parse("receipt", log.receipt(513).toString()).orElseThrow();
    alter(513);
    SignedCheckpoint anew = log.rewrite();

    List<Finding> findings = audit(anew, List.of(receipt)).findings();
    assertTrue(findings.contains(new Finding.EntryAltered(513)), findings.toString());
    assertTrue(findings.contains(new Finding.TwoHistories(SIZE, "receipt")), findings.toString());
  }

  @Test
  void aLogCutShortIsFoundFromElsewhere() {
    store.entries.subList(700, SIZE).clear();
    SignedCheckpoint anew = log.rewrite();

    assertTrue(audit(anew, List.of()).clean());
    assertEquals(List.of(new Finding.Truncated(700, 800)), audit(anew, kept).findings());
  }

  @Test
  void entriesTakenAwayBelowTheCheckpointAreMissed() {
    store.entries.removeLast();

    assertEquals(
        List.of(new Finding.Missing("tile/entries/003.p/232")), audit(List.of()).findings());
  }

  @Test
  void hashesThatWereSpoiledAreToldFromEntriesThatWere() {
    Tile leaves = new Tile(0, 1, 256);
    Tile above = new Tile(1, 0, 3);
    byte[] spoiled = store.hashes.get(leaves).clone();
    spoiled[7 * Hash.BYTES] ^= 1;
    store.hashes.put(leaves, spoiled);
    List<Finding> findings = audit(List.of()).findings();

    assertTrue(findings.contains(new Finding.TileAltered(leaves.path())), findings.toString());
    assertFalse(findings.stream().anyMatch(f -> f instanceof Finding.EntryAltered));

    store.hashes.put(above, new byte[3 * Hash.BYTES]);
    assertTrue(audit(List.of()).findings().contains(new Finding.TileAltered(above.path())));
    store.hashes.remove(above);
    assertTrue(audit(List.of()).findings().contains(new Finding.Missing(above.path())));
    store.hashes.remove(leaves);
    assertTrue(audit(List.of()).findings().contains(new Finding.Missing(leaves.path())));
  }

  @Test
  void whatTheLogsKeyDidNotSignIsNotHeldAgainstIt() {
    MemoryLog other = new MemoryLog(new MemoryLog.Store(), Keys.OTHER);
    SignedCheckpoint foreign = other.append(List.of(AuditTest::entry)).checkpoint();

    assertEquals(
        List.of(new Finding.NotSigned("foreign")),
        audit(List.of(kept("foreign", foreign))).findings());
    assertEquals(
        new Finding.NotSigned("the log's own checkpoint"),
        audit(foreign, List.of()).findings().getFirst());
  }

  /** Behind the last checkpoint that anybody signed an entry is held against its own hash. */
  @Test
  void anAlteredEntryIsNamedUnderNoSignatureToo() {
    alter(7);
    SignedCheckpoint unsigned = SignedCheckpoint.of(log.checkpoint().checkpoint(), Keys.OTHER);
    assertEquals(
        List.of(new Finding.NotSigned("the log's own checkpoint"), new Finding.EntryAltered(7)),
        audit(unsigned, List.of()).findings());
  }

  @Test
  void onlyWhatWasHeldAgainstItCounts() {
    MemoryLog other = new MemoryLog(new MemoryLog.Store(), Keys.OTHER);
    SignedCheckpoint foreign = other.append(List.of(AuditTest::entry)).checkpoint();
    assertEquals(0, audit(List.of(kept("foreign", foreign))).elsewhere());
    assertEquals(1, audit(List.of(kept("foreign", foreign), kept.getFirst())).elsewhere());
  }

  @Test
  void theOrderInWhichCheckpointsAreGivenIsNothing() {
    alter(513);
    SignedCheckpoint anew = log.rewrite();
    assertEquals(audit(anew, kept).findings(), audit(anew, kept.reversed()).findings());
  }

  /** A receipt whose entry its own proof does not lead to accuses nobody. */
  @Test
  void aReceiptThatProvesNothingSaysNothingOfAnEntry() {
    String text = log.receipt(513).toString().replace("index 513\n", "index 514\n");
    Kept wrong = Kept.parse("wrong", text).orElseThrow();
    assertTrue(wrong.leaves().isEmpty());
    assertTrue(audit(List.of(wrong)).clean());
  }

  @Test
  void anEmptyLogIsCleanUnderItsOwnRootAlone() {
    MemoryLog.Store nothing = new MemoryLog.Store();
    SignedCheckpoint empty = new MemoryLog(nothing, Keys.LOG).checkpoint();
    assertTrue(new Audit(nothing, Keys.LOG.verifier()).of(empty, List.of()).clean());
    Checkpoint said = empty.checkpoint();
    SignedCheckpoint other =
        SignedCheckpoint.of(new Checkpoint(said.origin(), 0, Merkle.leaf(entry(0))), Keys.LOG);
    assertEquals(
        List.of(new Finding.RangeRewritten(0, 0)),
        new Audit(nothing, Keys.LOG.verifier()).of(other, List.of()).findings());
  }

  /** Every byte of every entry and of every hash, in turn. */
  @Test
  void noByteCanBeChangedUnnoticed() {
    MemoryLog.Store small = new MemoryLog.Store();
    MemoryLog little = new MemoryLog(small, Keys.LOG);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 260; i++) drafts.add(AuditTest::entry);
    SignedCheckpoint own = little.append(drafts).checkpoint();
    Audit audit = new Audit(small, Keys.LOG.verifier());
    for (int index = 0; index < 260; index += 5) {
      byte[] was = small.entries.get(index);
      byte[] now = was.clone();
      now[index % 8] ^= 1;
      small.entries.set(index, now);
      assertEquals(List.of(new Finding.EntryAltered(index)), audit.of(own, List.of()).findings());
      small.entries.set(index, was);
    }
    for (Tile tile : Tile.of(260)) {
      byte[] was = small.hashes.get(tile);
      for (int at = 0; at < was.length; at += 41) {
        byte[] now = was.clone();
        now[at] ^= 1;
        small.hashes.put(tile, now);
        assertFalse(audit.of(own, List.of()).clean(), tile.path() + " at " + at);
      }
      small.hashes.put(tile, was);
    }
    assertTrue(audit.of(own, List.of()).clean());
  }

  /** Five seconds are promised; of three runs the one counts that others disturbed least. */
  @Test
  @Tag("slow")
  void aMillionEntriesAreReadInTime() {
    int million = 1_000_000;
    MemoryLog.Store large = new MemoryLog.Store();
    MemoryLog whole = new MemoryLog(large, Keys.LOG);
    List<Draft> drafts = new ArrayList<>(million);
    for (int i = 0; i < million; i++)
      drafts.add(index -> ByteBuffer.allocate(200).putLong(index).array());
    SignedCheckpoint own = whole.append(drafts).checkpoint();

    double seconds = Double.MAX_VALUE;
    for (int run = 0; run < 3 && seconds > 3; run++) {
      long began = System.nanoTime();
      assertTrue(new Audit(large, Keys.LOG.verifier()).of(own, List.of()).clean());
      seconds = Math.min(seconds, (System.nanoTime() - began) / 1e9);
    }

    System.out.printf("audit of 1,000,000 entries of 200 bytes: %.2f s%n", seconds);
    assertTrue(seconds < 5, seconds + " s");
    // Why: a Tiles that holds nothing must not pass for a log.
    Tiles nothing =
        new Tiles() {
          @Override
          public Optional<byte[]> tile(Tile tile) {
            return Optional.empty();
          }

          @Override
          public Optional<byte[]> bundle(long index, int width) {
            return Optional.empty();
          }
        };
    assertFalse(new Audit(nothing, Keys.LOG.verifier()).of(own, List.of()).clean());
  }
}
