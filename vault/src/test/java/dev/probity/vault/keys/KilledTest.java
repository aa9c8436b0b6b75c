// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import static dev.probity.vault.keys.Folders.name;
import static dev.probity.vault.keys.Folders.secret;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process ends before each step in turn, over real files; the next one finds things whole. */
class KilledTest {
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Ends the world before one step. */
  private static final class Death implements Steps {
    private int left = Integer.MAX_VALUE;

    @Override
    public void before(String step) {
      if (left-- == 0) throw new Killed();
    }
  }

  private interface Check {
    void after(Folders folders) throws IOException;
  }

  @TempDir private Path within;

  /** Returns at how many steps it died. */
  private int dying(Consumer<KeyFolder> work, Check check) throws IOException {
    for (int step = 0; ; step++) {
      Folders folders = new Folders(Files.createDirectory(within.resolve("step" + step)));
      Death death = new Death();
      KeyFolder keys = folders.open(death);
      for (String s : new String[] {"a", "b", "c"}) assertTrue(keys.create(name(s), secret(s)));
      Path copy = folders.copy("copy");
      death.left = step;
      boolean died = false;
      try {
        work.accept(keys);
      } catch (Killed end) {
        died = true;
      }
      check.after(folders);
      assertWhole(folders, copy);
      if (!died) return step;
    }
  }

  private static void assertWhole(Folders folders, Path copy) throws IOException {
    assertFalse(folders.files().stream().anyMatch(f -> f.toString().endsWith(Durable.PART)));
    assertFalse(Files.exists(Durable.part(folders.ring())));
    assertArrayEquals(secret("b"), folders.open().get(name("b")).orElseThrow());
    Ring ring = Ring.read(Files.readAllBytes(folders.ring())).orElseThrow();
    assertFalse(ring.rotating());
    KeyFolder keys = folders.open();
    keys.rotate();
    KeyFolder old = KeyFolder.open(copy, folders.ring(), Folders.EPOCH, Folders.CLOCK);
    KeyFault dark = assertThrows(KeyFault.class, () -> old.get(name("a")));
    assertEquals("PRB-V003", dark.fault().code());
    assertArrayEquals(secret("c"), keys.get(name("c")).orElseThrow());
  }

  @Test
  void creatingIsAllOrNothing() throws IOException {
    int steps =
        dying(
            keys -> assertTrue(keys.create(name("new"), secret("new"))),
            folders -> {
              KeyFolder next = folders.open();
              Optional<byte[]> found = next.get(name("new"));
              if (found.isPresent()) assertArrayEquals(secret("new"), found.get());
              else assertTrue(next.create(name("new"), secret("new")));
            });
    assertTrue(steps >= 5, steps + " steps");
  }

  @Test
  void replacingLeavesTheOldOrTheNew() throws IOException {
    int steps =
        dying(
            keys -> assertTrue(keys.replace(name("a"), secret("new"))),
            folders -> {
              byte[] found = folders.open().get(name("a")).orElseThrow();
              assertTrue(Arrays.equals(secret("a"), found) || Arrays.equals(secret("new"), found));
            });
    assertTrue(steps >= 6, steps + " steps");
  }

  @Test
  void destroyingLeavesTheKeyOrNothing() throws IOException {
    int steps =
        dying(
            keys -> keys.destroy(name("a")),
            folders -> {
              KeyFolder next = folders.open();
              next.get(name("a")).ifPresent(found -> assertArrayEquals(secret("a"), found));
              next.destroy(name("a"));
              assertTrue(next.get(name("a")).isEmpty());
            });
    assertTrue(steps >= 5, steps + " steps");
  }

  @Test
  void aRotationIsEndedByWhoComesNext() throws IOException {
    int steps =
        dying(
            KeyFolder::rotate,
            folders -> {
              KeyFolder next = folders.open();
              for (String s : new String[] {"a", "b", "c"}) {
                assertArrayEquals(secret(s), next.get(name(s)).orElseThrow());
              }
            });
    assertTrue(steps >= 25, steps + " steps");
  }

  /** A person is erased in the middle of a rotation that died: no part of hers is left. */
  @Test
  void destroyedAfterAKilledRotationStaysDestroyed() throws IOException {
    int steps =
        dying(
            KeyFolder::rotate,
            folders -> {
              KeyFolder next = folders.open();
              next.destroy(name("a"));
              assertTrue(next.get(name("a")).isEmpty());
              assertEquals(
                  2, folders.files().stream().filter(f -> f.toString().endsWith(".key")).count());
            });
    assertTrue(steps >= 25, steps + " steps");
  }
}
