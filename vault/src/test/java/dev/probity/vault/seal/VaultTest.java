// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.vault.keys.Folders;
import dev.probity.vault.keys.KeyFault;
import dev.probity.vault.keys.KeyFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final Origin ORIGIN =
      new Origin(
          "contact.email",
          "subject",
          "registration",
          "example@2026-03-01#ab",
          Instant.parse("2026-06-01T00:00:00Z"));
  private static final Datum DATUM =
      new Datum(ORIGIN, "somebody@example.test".getBytes(StandardCharsets.UTF_8), "not mine");
  private static final Place PLACE = new Place("example", "7", "contact.email/1");
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path within;
  private Folders folders = new Folders(Path.of("."));
  private Vault vault = new Vault(new Nothing());

  @BeforeEach
  void enrolled() {
    folders = new Folders(within);
    vault = new Vault(folders.open());
    assertTrue(vault.enrol("example", "7", RANDOM));
    assertTrue(vault.enrol("example", "8", RANDOM));
    assertTrue(vault.enrol("other", "7", RANDOM));
  }

  private SealedDatum sealed() {
    return vault.seal(PLACE, DATUM).orElseThrow();
  }

  @Test
  void whatIsSealedOpensWithItsOriginAndItsDispute() {
    assertEquals(new Opened.Value(DATUM), vault.open(PLACE, sealed()));
    assertFalse(vault.enrol("example", "7", RANDOM));
    assertFalse(new String(sealed().sealed(), StandardCharsets.ISO_8859_1).contains("somebody"));
    assertFalse((DATUM + " " + sealed()).contains("somebody"));
    assertFalse(Arrays.equals(sealed().sealed(), sealed().sealed()));
  }

  @Test
  void movedToAnotherFieldPersonOrTenantItDoesNotOpen() {
    List.of(
            new Place("example", "7", "contact.email/2"),
            new Place("example", "8", "contact.email/1"),
            new Place("other", "7", "contact.email/1"),
            new Place("example", "7c", "ontact.email/1"))
        .forEach(
            place -> assertFalse(vault.open(place, sealed()) instanceof Opened.Value, "" + place));
  }

  /** Also where the very same key would open it. */
  @Test
  void whatIsBoundIsBoundByTheCipherAndNotOnlyByTheKey() {
    Vault oneKey = new Vault(new OneKey());
    SealedDatum sealed = oneKey.seal(PLACE, DATUM).orElseThrow();

    assertInstanceOf(Opened.Value.class, oneKey.open(PLACE, sealed));
    List.of(
            new Place("example", "7", "contact.email/2"),
            new Place("example", "8", "contact.email/1"),
            new Place("other", "7", "contact.email/1"),
            new Place("example7", "", "contact.email/1"))
        .forEach(
            place ->
                assertInstanceOf(Opened.Refused.class, oneKey.open(place, sealed), "" + place));
  }

  @Test
  void anOriginThatWasChangedShows() {
    Origin o = ORIGIN;
    List.of(
            new Origin("contact.phone", o.source(), o.point(), o.pack(), o.at()),
            new Origin(o.element(), "broker", o.point(), o.pack(), o.at()),
            new Origin(o.element(), o.source(), "contest", o.pack(), o.at()),
            new Origin(o.element(), o.source(), o.point(), "example@2020-01-01#ab", o.at()),
            new Origin(o.element(), o.source(), o.point(), o.pack(), o.at().plusNanos(1_000)))
        .forEach(
            other ->
                assertInstanceOf(
                    Opened.Refused.class,
                    vault.open(PLACE, new SealedDatum(other, sealed().sealed()))));
    byte[] bytes = sealed().sealed();
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1;
      assertInstanceOf(Opened.Refused.class, vault.open(PLACE, new SealedDatum(ORIGIN, damaged)));
    }
  }

  @Test
  void aKeyIsRenewedWhileWhatItSealedStaysOpen() {
    SealedDatum old = sealed();
    assertTrue(vault.renew("example", "7"));
    SealedDatum anew = sealed();

    assertInstanceOf(Opened.Value.class, vault.open(PLACE, old));
    assertInstanceOf(Opened.Value.class, vault.open(PLACE, anew));
    assertTrue(vault.retire("example", "7"));
    assertInstanceOf(Opened.Refused.class, vault.open(PLACE, old));
    assertInstanceOf(Opened.Value.class, vault.open(PLACE, anew));
    assertFalse(vault.renew("example", "nobody"));
  }

  @Test
  void aShreddedPersonIsDarkAtOnceAndInEveryCopyOnceTheEpochHasEnded() {
    SealedDatum hers = sealed();
    Path copy = folders.copy("copy");

    assertEquals(LocalDate.of(2026, 7, 1), vault.shred("example", "7"));
    assertInstanceOf(Opened.Dark.class, vault.open(PLACE, hers));
    assertTrue(vault.seal(PLACE, DATUM).isEmpty());
    folders.open().rotate();

    assertInstanceOf(Opened.Dark.class, vault.open(PLACE, hers));
    Vault restored = new Vault(KeyFolder.open(copy, folders.ring(), Folders.EPOCH, Folders.CLOCK));
    assertThrows(KeyFault.class, () -> restored.open(PLACE, hers));
    Place other = new Place("example", "8", "contact.email/1");
    assertTrue(vault.seal(other, DATUM).isPresent());
  }

  @Test
  void theBlindIndexFindsEqualValuesOfItsElementsAndTenantOnly() {
    BlindIndex index = index("example");
    byte[] found = index.of("contact.email", "Somebody@Example.test ").orElseThrow();

    assertArrayEquals(found, index("example").of("contact.email", "somebody@example.test").get());
    assertFalse(Arrays.equals(found, index.of("contact.email", "other@example.test").get()));
    assertFalse(
        Arrays.equals(found, index("other").of("contact.email", "somebody@example.test").get()));
    assertFalse(Arrays.equals(found, index.of("contact.phone", "somebody@example.test").get()));
    assertTrue(index.of("health.note", "somebody@example.test").isEmpty());
  }

  private BlindIndex index(String tenant) {
    return BlindIndex.of(
        tenant, Set.of("contact.email", "contact.phone"), folders.open(), new SecureRandom());
  }
}
