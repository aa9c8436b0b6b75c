// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.probity.ledger.entry.PackPin;
import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.TestPostgres;
import dev.probity.store.log.Ledgers;
import dev.probity.vault.keys.KeyFolder;
import dev.probity.vault.keys.KeyStore;
import dev.probity.vault.seal.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that die while they make somebody known, and what is left of that in the keys. */
class NewcomersTest {
  private static final String PACK = "example@2026-03-01#ab";
  private final String controller = "newcomers-" + Long.toHexString(System.nanoTime());

  @TempDir private Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-01T10:00:00Z"));
  private Store store;
  private KeyStore keys;
  private Ledgers ledgers;
  private Erasures erasures;
  private String bert;

  @BeforeEach
  void open() throws IOException {
    store =
        ((Store.Opening.Opened)
                Store.open(TestPostgres.shared(), new Means(now::get, new SecureRandom(), s -> {})))
            .store();
    store.admit(controller);
    keys =
        KeyFolder.open(folder.resolve("keys"), folder.resolve("ring"), Period.ofDays(30), now::get);
    ledgers = store.ledgers(folder.resolve("ledger"));
    erasures = store.erasures(keys, ledgers);
    bert = give(keys, "bert@mail.test").orElseThrow().subject();
    assertEquals(5, keys());
  }

  @AfterEach
  void close() throws IOException {
    assertEquals(1, store.subjects(keys, ledgers).values(controller, bert).orElseThrow().size());
    assertEquals(0, files(".new"));
    store.close();
  }

  private Optional<Written> give(KeyStore with, String mail) {
    return store
        .subjects(with, ledgers)
        .change(
            controller,
            Map.of("contact.email", mail),
            (sheet, moment) ->
                new Writing(
                    sheet,
                    List.of(
                        new Given(
                            new Origin("contact.name", "subject", "", PACK, moment),
                            "Anna",
                            "",
                            true)),
                    List.of()));
  }

  private long keys() throws IOException {
    return files(".key");
  }

  private long files(String suffix) throws IOException {
    try (var all = Files.list(folder.resolve("keys"))) {
      return all.filter(f -> f.toString().endsWith(suffix)).count();
    }
  }

  private void later() {
    now.set(now.get().plus(Duration.ofMinutes(61)));
  }

  @Test
  void whoWasNeverKnownLeavesNoKey() throws IOException {
    KeyStore dying = new DyingKeys(keys, DyingKeys.Step.CREATED);
    assertThrows(DyingKeys.Killed.class, () -> give(dying, "anna@mail.test"));
    assertEquals(8, keys());
    assertEquals(0, erasures.sweep(controller));
    assertEquals(8, keys());

    later();
    assertEquals(0, erasures.sweep(controller + "-2"));
    assertEquals(1, erasures.sweep(controller));
    assertEquals(5, keys());
    assertEquals(0, erasures.sweep(controller));
  }

  @Test
  void whoIsKnownKeepsHerKeys() throws IOException {
    KeyStore dying = new DyingKeys(keys, DyingKeys.Step.SETTLING);
    assertThrows(DyingKeys.Killed.class, () -> give(dying, "anna@mail.test"));
    assertEquals(1, files(".new"));

    later();
    assertEquals(0, erasures.sweep(controller));
    assertEquals(8, keys());
    Subjects subjects = store.subjects(keys, ledgers);
    String anna = subjects.find(controller, Map.of("contact.email", "anna@mail.test")).get();
    assertEquals(1, subjects.values(controller, anna).orElseThrow().size());
  }

  /** Her keys go while her transaction is on its way: it writes nothing, and is done anew. */
  @Test
  void whoIsTakenForForsakenIsMadeKnownAllTheSame() throws IOException {
    AtomicInteger swept = new AtomicInteger();
    KeyStore slow =
        new DyingKeys(
            keys,
            step -> {
              if (step != DyingKeys.Step.CREATED || swept.get() > 0) return;
              later();
              swept.addAndGet(erasures.sweep(controller));
            });
    String anna = give(slow, "anna@mail.test").orElseThrow().subject();

    assertEquals(1, swept.get());
    assertEquals(8, keys());
    assertEquals(1, store.subjects(keys, ledgers).values(controller, anna).orElseThrow().size());
  }

  /** Sealed already when they go; the rows alone are not written yet. */
  @Test
  void whatWasSealedUnderThemIsNotWritten() throws IOException {
    AtomicInteger swept = new AtomicInteger();
    Subjects subjects = store.subjects(keys, ledgers);
    Optional<Written> written =
        subjects.change(
            controller,
            Map.of("contact.email", "anna@mail.test"),
            null,
            (sheet, moment) ->
                new Writing(
                    sheet,
                    List.of(),
                    List.of(
                        (who, person) -> {
                          if (swept.get() == 0) {
                            later();
                            swept.addAndGet(forsaken());
                          }
                          return new dev.probity.ledger.entry.Entry.NoticePresented(
                              moment, who, new PackPin(PACK));
                        })));
    assertEquals(1, swept.get());
    assertEquals(8, keys());
    assertEquals(
        Optional.of(List.of()), subjects.values(controller, written.orElseThrow().subject()));
  }

  /** What the sweep of another server does between this one's looking and its writing. */
  private int forsaken() {
    List<String> all = keys.newcomers(controller, now.get());
    Sealer sealer = new Sealer(keys, new SecureRandom());
    all.forEach(s -> sealer.undo(controller, java.util.HexFormat.of().parseHex(s)));
    return all.size();
  }

  /** Known, and erased by one that died too, before anybody looked. */
  @Test
  void whoIsBeingErasedKeepsTheKeyOfHerLog() {
    KeyStore dying = new DyingKeys(keys, DyingKeys.Step.SETTLING);
    assertThrows(DyingKeys.Killed.class, () -> give(dying, "anna@mail.test"));
    String anna =
        store
            .subjects(keys, ledgers)
            .find(controller, Map.of("contact.email", "anna@mail.test"))
            .get();
    Order order =
        new Order(new PackPin(PACK), "", List.of(), LocalDate.of(2032, 1, 1), new byte[0]);
    Erasures killed = store.erasures(new DyingKeys(keys, DyingKeys.Step.DESTROYING), ledgers);
    assertThrows(DyingKeys.Killed.class, () -> killed.erase(controller, anna, standing -> order));

    later();
    assertEquals(0, erasures.sweep(controller));
    assertEquals(1, erasures.finish(controller));
  }
}
