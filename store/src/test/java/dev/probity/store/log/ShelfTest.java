// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the file when the writer was killed anywhere, or the disk was full. */
class ShelfTest {
  private static final String ORIGIN = "probity/example";
  private static final SigningKey KEY =
      SigningKey.generate(ORIGIN, VerifierKey.Kind.AUTHOR, new SecureRandom());

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void file() {
    file = folder.resolve("checkpoints");
  }

  private static Hash root(long size) {
    return Merkle.leaf(("root " + size).getBytes(StandardCharsets.UTF_8));
  }

  private static SignedCheckpoint signed(long size) {
    return SignedCheckpoint.of(new Checkpoint(ORIGIN, size, root(size)), KEY);
  }

  private Shelf shelf() {
    return new Shelf(file, ORIGIN);
  }

  /** Whether it knows of exactly this size as the largest. */
  private void knows(Shelf shelf, long size) {
    assertDoesNotThrow(() -> shelf.allows(signed(size).checkpoint()));
    if (size > 0) assertThrows(LogRefused.class, () -> shelf.allows(signed(size - 1).checkpoint()));
    Checkpoint other = new Checkpoint(ORIGIN, size, root(-1));
    if (size > 0) assertThrows(LogRefused.class, () -> shelf.allows(other));
  }

  @Test
  void whereverAWriteIsTornTheLogGoesOnAndOlderOnesAreKept() throws IOException {
    byte[] two = (signed(5).toString() + signed(12)).getBytes(StandardCharsets.UTF_8);
    int first = signed(5).toString().getBytes(StandardCharsets.UTF_8).length;
    for (int cut = first; cut <= two.length; cut++) {
      Files.write(file, Arrays.copyOf(two, cut));
      Shelf before = shelf();
      before.allows(signed(12).checkpoint());
      knows(shelf(), cut < two.length ? 5 : 12);
      before.keep(signed(13));
      knows(before, 13);
      knows(shelf(), 13);
      shelf().keep(signed(20));
      knows(shelf(), 20);
      String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      assertTrue(all.endsWith(signed(20).toString()), "cut at " + cut);
    }
  }

  @Test
  void aTearBehindATearIsPassedOverToo() throws IOException {
    byte[] note = signed(5).toString().getBytes(StandardCharsets.UTF_8);
    for (int cut = 1; cut < note.length; cut += 3)
      for (int next = 1; next < note.length; next += 17) {
        Files.write(file, Arrays.copyOf(note, cut));
        Files.write(
            file,
            ("\n" + new String(Arrays.copyOf(note, next), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1),
            java.nio.file.StandardOpenOption.APPEND);
        shelf().keep(signed(9));
        knows(shelf(), 9);
      }
  }

  /** Another server is just writing: what it has written so far looks torn and is not. */
  @Test
  void whatAnotherServerIsJustWritingIsNotLost() throws IOException {
    byte[] note = signed(5).toString().getBytes(StandardCharsets.UTF_8);
    for (int cut = 1; cut < note.length; cut++) {
      Files.write(file, Arrays.copyOf(note, cut));
      Shelf reader = shelf();
      reader.allows(signed(5).checkpoint());
      Files.write(file, note);
      knows(reader, 5);
    }
  }

  @Test
  void whatIsNoTearIsRefused() throws IOException {
    String note = signed(5).toString();
    for (String damaged :
        new String[] {
          "x" + note,
          note.replace("\n5\n", "\nfive\n") + note,
          note.replace(ORIGIN + "\n", "probity/another\n"),
          note.replace("\n\n", "\nmore\n\n"),
          note.replace(root(5).toString(), root(5).toString().substring(4))
        }) {
      Files.writeString(file, damaged);
      LogRefused refused =
          assertThrows(
              LogRefused.class, () -> shelf().allows(signed(5).checkpoint()), () -> damaged);
      assertEquals("PRB-S016", refused.fault().code());
    }
  }

  /** A log that is refused once is refused for as long as its file is what it is. */
  @Test
  void whatWasRefusedIsRefusedAgain() throws IOException {
    SignedCheckpoint other = SignedCheckpoint.of(new Checkpoint(ORIGIN, 5, root(-1)), KEY);
    for (String damaged : new String[] {signed(5).toString() + other, "x" + signed(5)}) {
      Files.writeString(file, damaged);
      Shelf shelf = shelf();
      for (int look = 0; look < 3; look++) {
        assertThrows(LogRefused.class, () -> shelf.allows(signed(5).checkpoint()), damaged);
        assertThrows(LogRefused.class, () -> shelf.keep(signed(6)), damaged);
      }
      assertEquals(damaged, Files.readString(file));
    }
  }
}
