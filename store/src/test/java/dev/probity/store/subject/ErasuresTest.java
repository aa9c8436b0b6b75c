// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.entry.PackPin;
import dev.probity.ledger.entry.Word;
import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.TestPostgres;
import dev.probity.store.log.Ledgers;
import dev.probity.vault.keys.KeyFolder;
import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.KeyStore;
import dev.probity.vault.seal.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People erased over a real database, a real key folder and a real log. */
class ErasuresTest {
  private final String controller = "erasing-" + Long.toHexString(System.nanoTime());
  private static final PackPin PIN = new PackPin("example@2026-03-01#ab");
  private static final byte[] REFUSED = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-01T10:00:00.123456789Z"));
  private final InstantSource clock = now::get;
  private Store store;
  private KeyStore keys;
  private Ledgers ledgers;
  private Subjects subjects;
  private Erasures erasures;

  @BeforeEach
  void open() {
    Means means = new Means(clock, new SecureRandom(), s -> {});
    store = ((Store.Opening.Opened) Store.open(TestPostgres.shared(), means)).store();
    store.admit(controller);
    keys = KeyFolder.open(folder.resolve("keys"), folder.resolve("ring"), Period.ofDays(30), clock);
    ledgers = store.ledgers(folder.resolve("ledger"));
    subjects = store.subjects(keys, ledgers);
    erasures = store.erasures(keys, ledgers);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Origin origin(String source) {
    return new Origin("contact.name", source, "", PIN.text(), now.get());
  }

  private Optional<Written> give(String mail, String source) {
    return subjects.change(
        controller,
        Map.of("contact.email", mail),
        (sheet, moment) ->
            new Writing(
                sheet,
                List.of(new Given(origin(source), "Anna", "", true)),
                List.of(
                    (who, person) -> new Entry.ConsentGiven(moment, who, PIN, word(), word()))));
  }

  private static Word word() {
    return new Word("opt-in");
  }

  private Order order(LocalDate linkedUntil) {
    return new Order(PIN, "", List.of(), linkedUntil, REFUSED);
  }

  private Optional<Erasure> erase(String subject, LocalDate linkedUntil) {
    return erasures.erase(controller, subject, standing -> order(linkedUntil));
  }

  private Entry entry(long index) {
    return EntryText.read(ledgers.of(controller).receipt(index).entry()).orElseThrow();
  }

  @Test
  void nothingIsLeftButTheReceiptAndALinkUntilItsDay() {
    String anna = give("anna@mail.test", "subject").orElseThrow().subject();
    String bert = give("bert@mail.test", "subject").orElseThrow().subject();
    Standing standing = erasures.standing(controller, anna).orElseThrow();
    assertEquals(1, standing.identifiers());
    assertEquals(List.of(origin("subject")), standing.values());

    Erasure erasure = erase(anna, LocalDate.parse("2032-06-01")).orElseThrow();

    Entry.ErasureIntended intended = (Entry.ErasureIntended) entry(erasure.intent());
    assertEquals(List.of(new Word("contact.name")), intended.elements());
    Entry.Erased erased = (Entry.Erased) entry(erasure.receipt());
    assertEquals(LocalDate.parse("2026-07-01"), erased.dark());
    assertEquals(Optional.empty(), subjects.values(controller, anna));
    assertEquals(Map.of(), subjects.held(controller, List.of(new Who(anna, ""))));
    assertEquals(Optional.empty(), subjects.person(controller, anna));
    assertEquals(1, subjects.values(controller, bert).orElseThrow().size());
    assertEquals(erasure, erase(anna, LocalDate.MIN).orElseThrow());
    assertEquals(Optional.empty(), erase("sub_nobody", LocalDate.MIN));

    long before = files();
    assertEquals(0, erasures.unlink(controller));
    now.set(Instant.parse("2032-06-01T00:00:01Z"));
    assertEquals(1, erasures.unlink(controller));
    assertEquals(before - 1, files());
    assertEquals(Optional.empty(), erase(anna, LocalDate.MIN));
    assertEquals(1, subjects.values(controller, bert).orElseThrow().size());
  }

  private long files() {
    try (var all = Files.list(folder.resolve("keys"))) {
      return all.filter(f -> f.toString().endsWith(".key")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void othersDoNotBringHerBackAndSheMay() throws Exception {
    String anna = give("anna@mail.test", "subject").orElseThrow().subject();
    erase(anna, LocalDate.of(2032, 1, 1)).orElseThrow();
    long before = files();

    assertThrows(KeptOut.class, () -> give("anna@mail.test", "data-broker"));
    assertEquals(before, files());
    String known =
        subjects.issue(controller, Map.of("contact.email", "anna@mail.test")).orElseThrow();
    assertNotEquals(anna, known);
    assertTrue(held(known).keptOut());
    assertThrows(KeptOut.class, () -> give("anna@mail.test", "automatic"));

    String back = give("anna@mail.test", "subject").orElseThrow().subject();
    assertEquals(known, back);
    assertEquals(new String(REFUSED, StandardCharsets.UTF_8), new String(held(back).own()));
    assertTrue(!held(back).keptOut());
    give("anna@mail.test", "data-broker").orElseThrow();
  }

  private Held held(String subject) {
    Who who = new Who(subject, "");
    return subjects.held(controller, List.of(who)).get(who);
  }

  /** The process ends between any two steps; another server ends what was begun. */
  @Test
  void whoeverComesNextEndsIt() {
    for (int calls = 0; calls < 4; calls++) {
      String mail = "killed" + calls + "@mail.test";
      String anna = give(mail, "subject").orElseThrow().subject();
      Erasures dying =
          new Erasures(
              store.tenancy(),
              ledgers,
              new DyingKeys(keys, calls),
              new Means(clock, new SecureRandom(), s -> {}));
      assertThrows(
          DyingKeys.Killed.class,
          () -> dying.erase(controller, anna, standing -> order(LocalDate.of(2032, 1, 1))));
      assertEquals(Map.of(), subjects.held(controller, List.of(new Who(anna, ""))));

      if (calls % 2 == 0) assertEquals(1, erasures.finish(controller));
      assertEquals(Optional.empty(), subjects.person(controller, anna));
      Erasure erasure = erasures.of(controller, anna).orElseThrow();
      assertTrue(entry(erasure.receipt()) instanceof Entry.Erased);
      assertEquals(erasure, erase(anna, LocalDate.MIN).orElseThrow());
      assertEquals(0, erasures.finish(controller));
      assertEquals(0, live(anna));
    }
  }

  /** How many of her data and salt keys are there. */
  private long live(String subject) {
    String number =
        java.util.HexFormat.of()
            .formatHex(new Sealer(keys, new SecureRandom()).subject(controller, subject));
    return List.of(KeyName.Use.DATA, KeyName.Use.SALT).stream()
        .filter(use -> keys.get(new KeyName(controller, number, use)).isPresent())
        .count();
  }

  /** A change that was read before she was erased and is written after writes nothing. */
  @Test
  void whoWasReadBeforeIsNotWrittenAfter() {
    String anna = give("anna@mail.test", "subject").orElseThrow().subject();
    int[] asked = {0};
    Optional<Written> written =
        subjects.change(
            controller,
            new Who(anna, ""),
            (sheet, moment) -> {
              if (asked[0]++ == 0) erase(anna, LocalDate.of(2032, 1, 1)).orElseThrow();
              return new Writing(
                  sheet, List.of(new Given(origin("subject"), "A", "", true)), List.of());
            });
    assertEquals(Optional.empty(), written);
    assertEquals(0, live(anna));
    now.set(now.get().plus(Duration.ofDays(1)));
    assertEquals(Optional.empty(), subjects.values(controller, anna));
  }
}
