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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
  private static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));

  @TempDir private Path within;
  private Folders folders = new Folders(Path.of("."));

  @BeforeEach
  void here() {
    folders = new Folders(within);
  }

  @Test
  void anEpochEndsOnTheDayBeforeItIsDueAndOnce() {
    AtomicReference<Instant> now = new AtomicReference<>(Folders.CLOCK.instant());
    KeyFolder keys = KeyFolder.open(folders.keys(), folders.ring(), Folders.EPOCH, now::get);
    LocalDate due = keys.due();
    assertFalse(keys.keepWord());
    now.set(due.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1));
    assertFalse(keys.keepWord());
    now.set(now.get().plusMillis(1));
    assertTrue(keys.keepWord());
    assertFalse(keys.keepWord());
    assertEquals(due.plusDays(29), keys.due());
  }

  @Test
  void aKeyIsThereUntilItIsDestroyed() {
    KeyFolder keys = folders.open();

    assertTrue(keys.get(name("1")).isEmpty());
    assertFalse(keys.replace(name("1"), secret("none")));
    assertTrue(keys.create(name("1"), secret("one")));
    assertFalse(keys.create(name("1"), secret("two")));
    assertArrayEquals(secret("one"), keys.get(name("1")).orElseThrow());
    assertTrue(keys.replace(name("1"), secret("three")));
    assertArrayEquals(secret("three"), folders.open().get(name("1")).orElseThrow());
    assertTrue(keys.get(new KeyName("example", "1", KeyName.Use.LINK)).isEmpty());
    assertTrue(keys.get(new KeyName("other", "1", KeyName.Use.DATA)).isEmpty());

    assertEquals(LocalDate.of(2026, 7, 1), keys.destroy(name("1")));
    assertTrue(keys.get(name("1")).isEmpty());
    assertFalse(keys.replace(name("1"), secret("back")));
    assertEquals(LocalDate.of(2026, 7, 1), keys.destroy(name("1")));
  }

  @Test
  void everyCopyOpensNothingThatWasDestroyedBeforeTheEpochEnded() {
    KeyFolder keys = folders.open();
    for (int i = 0; i < 10; i++) assertTrue(keys.create(name("" + i), secret("" + i)));
    List<Path> copies = new ArrayList<>();
    copies.add(folders.copy("before"));
    keys.rotate();
    copies.add(folders.copy("next"));
    for (int i = 0; i < 5; i++) keys.destroy(name("" + i));
    copies.add(folders.copy("destroyed"));
    // Until the epoch ends a copy does open it: this is what the day in the receipt is about.
    KeyFolder early = KeyFolder.open(copies.get(1), folders.ring(), Folders.EPOCH, Folders.CLOCK);
    assertArrayEquals(secret("0"), early.get(name("0")).orElseThrow());
    keys.rotate();
    copies.add(folders.copy("after"));

    for (Path copy : copies) {
      KeyFolder restored = KeyFolder.open(copy, folders.ring(), Folders.EPOCH, Folders.CLOCK);
      for (int i = 0; i < 5; i++) assertDark(restored, name("" + i));
    }
    for (int i = 5; i < 10; i++) {
      assertArrayEquals(secret("" + i), keys.get(name("" + i)).orElseThrow());
    }
  }

  private static void assertDark(KeyFolder keys, KeyName name) {
    try {
      assertTrue(keys.get(name).isEmpty());
    } catch (KeyFault dark) {
      assertEquals("PRB-V003", dark.fault().code());
    }
  }

  @Test
  void noSecretLiesThereInClearAndOnlyTheOwnerReads() throws IOException {
    KeyFolder keys = folders.open();
    assertTrue(keys.create(name("sentinel"), secret("sentinel")));
    keys.rotate();

    for (Path file : folders.files()) {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertFalse(bytes.contains("sentinel"), file.toString());
      assertFalse(file.toString().contains("sentinel"), file.toString());
      String owner = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
      if (!file.endsWith("lock")) assertEquals("rw-------", owner);
    }
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.keys())));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.ring())));
  }

  @Test
  void aKeyThatWasChangedOrMovedDoesNotOpen() throws IOException {
    KeyFolder keys = folders.open();
    assertTrue(keys.create(name("1"), secret("one")));
    assertTrue(keys.create(name("2"), secret("two")));
    Path one = folders.keys().resolve(WrappedKey.id(name("1")) + ".key");
    Path two = folders.keys().resolve(WrappedKey.id(name("2")) + ".key");
    byte[] was = Files.readAllBytes(one);

    for (int i = Long.BYTES; i < was.length; i++) {
      byte[] now = was.clone();
      now[i] ^= 1;
      Files.write(one, now);
      assertFault("PRB-V004", () -> keys.get(name("1")));
    }
    Files.write(one, Files.readAllBytes(two));
    assertFault("PRB-V004", () -> keys.get(name("1")));
  }

  @Test
  void aRingThatIsAwayOrOpenToOthersIsRefused() throws IOException {
    assertTrue(folders.open().create(name("1"), secret("one")));
    Files.setPosixFilePermissions(folders.ring(), PosixFilePermissions.fromString("rw-r--r--"));
    assertFault("PRB-V002", folders::open);

    Files.setPosixFilePermissions(folders.ring(), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(folders.ring(), "something");
    assertFault("PRB-V002", folders::open);

    Files.delete(folders.ring());
    assertFault("PRB-V001", folders::open);
  }

  private static void assertFault(String code, Callable<?> work) {
    KeyFault fault = assertThrows(KeyFault.class, work::call);
    assertEquals(code, fault.fault().code());
    assertTrue(Files.exists(ROOT.resolve("docs/faults/" + code + ".md")), code + " has no page");
  }

  /** Threads of two servers create, rotate and read at once. */
  @Test
  void twoServersShareOneFolder() throws InterruptedException, ExecutionException {
    List<KeyFolder> servers = List.of(folders.open(), folders.open());
    List<Callable<Integer>> work = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      KeyFolder keys = servers.get(t % 2);
      boolean rotates = t == 3;
      work.add(
          () -> {
            int made = 0;
            for (int i = 0; i < 20; i++) {
              if (keys.create(name("" + i), secret("" + i))) made++;
              assertArrayEquals(secret("" + i), keys.get(name("" + i)).orElseThrow());
              if (rotates && i % 7 == 0) keys.rotate();
            }
            return made;
          });
    }
    int made = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> future : threads.invokeAll(work)) made += future.get();
    }

    assertEquals(20, made);
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(secret("" + i), folders.open().get(name("" + i)).orElseThrow());
    }
  }
}
