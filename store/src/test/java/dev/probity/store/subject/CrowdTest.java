// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.entry.Commitment;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.entry.PackPin;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.TestPostgres;
import dev.probity.store.log.Ledgers;
import dev.probity.vault.keys.KeyFolder;
import dev.probity.vault.keys.KeyStore;
import dev.probity.vault.seal.Origin;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who write at one time, about one person or many: what goes in one trip is still each's. */
class CrowdTest {
  private static final int CALLERS = 48;
  private static final String PACK = "example@2026-03-01#ab";
  private final String controller = "crowd-" + Long.toHexString(System.nanoTime());

  @TempDir private Path folder;
  private Store store;
  private Ledgers ledgers;
  private Subjects subjects;

  @BeforeEach
  void open() {
    Means means = new Means(InstantSource.system(), new SecureRandom(), s -> {});
    store = ((Store.Opening.Opened) Store.open(TestPostgres.shared(), means)).store();
    store.admit(controller);
    KeyStore keys =
        KeyFolder.open(
            folder.resolve("keys"),
            folder.resolve("ring"),
            Period.ofDays(30),
            InstantSource.system());
    ledgers = store.ledgers(folder.resolve("ledger"));
    subjects = store.subjects(keys, ledgers);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<Optional<Written>> all(int count, IntFunction<Optional<Written>> one)
      throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Written>>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int n = i;
        all.add(pool.submit(() -> one.apply(n)));
      }
      List<Optional<Written>> results = new ArrayList<>();
      for (Future<Optional<Written>> each : all) results.add(each.get());
      return results;
    }
  }

  /** Each makes the sheet longer by one, and gives one value. */
  private Optional<Written> add(Map<String, String> knownAs, int n) {
    return subjects.change(
        controller,
        knownAs,
        (sheet, moment) ->
            new Writing(
                Arrays.copyOf(sheet, sheet.length + 1),
                List.of(new Given(origin(moment), "value " + n, "", false)),
                List.of(told(moment))));
  }

  private static Origin origin(Instant moment) {
    return new Origin("contact.name", "subject", "", PACK, moment);
  }

  private static Told told(Instant moment) {
    return (who, person) ->
        new Entry.Collected(moment, who, new PackPin(PACK), new Word("desk"), new TreeMap<>());
  }

  @Test
  void eachChangeOfOnePersonCountsOnce() throws Exception {
    List<Optional<Written>> written =
        all(CALLERS, n -> add(Map.of("contact.email", "anna@mail.test"), n));

    List<String> people = written.stream().map(w -> w.orElseThrow().subject()).distinct().toList();
    assertEquals(1, people.size());
    Who anna = new Who(people.getFirst(), "");
    assertEquals(CALLERS, subjects.held(controller, List.of(anna)).get(anna).own().length);
    assertEquals(
        CALLERS,
        subjects.values(controller, anna.subject()).orElseThrow().stream()
            .map(Kept::value)
            .distinct()
            .count());
    assertEquals(CALLERS, entries(written));
  }

  @Test
  void eachOfManyGetsHerOwn() throws Exception {
    for (int round = 0; round < 3; round++) {
      int before = round;
      List<Optional<Written>> written =
          all(CALLERS, n -> add(Map.of("contact.email", n / 2 + "@mail.test"), n));
      List<String> people =
          written.stream().map(w -> w.orElseThrow().subject()).distinct().toList();
      assertEquals(CALLERS / 2, people.size());
      for (String person : people) {
        Who who = new Who(person, "");
        assertEquals(
            2 * (before + 1), subjects.held(controller, List.of(who)).get(who).own().length);
      }
      for (int n = 0; n < CALLERS; n++) {
        String mine = "value " + n;
        assertEquals(
            before + 1,
            subjects
                .values(controller, written.get(n).orElseThrow().subject())
                .orElseThrow()
                .stream()
                .filter(k -> k.value().equals(mine))
                .count());
      }
      assertEquals(CALLERS, entries(written));
    }
  }

  @Test
  void whoClaimsTheNamesOfTwoIsNobody() throws Exception {
    add(Map.of("contact.email", "a@mail.test"), 0).orElseThrow();
    add(Map.of("contact.phone", "1"), 0).orElseThrow();
    List<Optional<Written>> written =
        all(
            CALLERS,
            n ->
                n % 2 == 0
                    ? add(Map.of("contact.email", "a@mail.test", "contact.phone", "1"), n)
                    : add(Map.of("contact.email", "other" + n + "@mail.test"), n));
    for (int n = 0; n < CALLERS; n++) assertEquals(n % 2 == 1, written.get(n).isPresent());
  }

  /** An entry that cannot be made is its caller's alone; the others' numbers close up. */
  @Test
  void whoFallsOutTakesNobodyAlong() throws Exception {
    List<Optional<Written>> written =
        all(
            CALLERS,
            n -> {
              try {
                return n % 3 == 0 ? tooLong(n) : add(Map.of("contact.email", n + "@mail.test"), n);
              } catch (IllegalArgumentException e) {
                return Optional.empty();
              }
            });
    for (int n = 0; n < CALLERS; n++) assertEquals(n % 3 != 0, written.get(n).isPresent());
    assertEquals(CALLERS - CALLERS / 3, entries(written));
  }

  private Optional<Written> tooLong(int n) {
    TreeMap<Word, Commitment> many = new TreeMap<>();
    return subjects.change(
        controller,
        Map.of("contact.email", n + "@mail.test"),
        (sheet, moment) ->
            new Writing(
                sheet,
                List.of(),
                List.of(
                    (who, person) -> {
                      for (int i = 0; i < 1_000; i++)
                        many.put(
                            new Word("a".repeat(40) + i),
                            person.commitment(who, new Word("a"), "b"));
                      return new Entry.Collected(
                          moment, who, new PackPin(PACK), new Word("desk"), many);
                    })));
  }

  /** How many entries of the log are of these; each is proven, and her own by its pseudonym. */
  private long entries(List<Optional<Written>> written) {
    List<Written> all = written.stream().flatMap(Optional::stream).toList();
    for (Written one : all) {
      long index = one.entry().orElseThrow();
      Receipt receipt = ledgers.of(controller).receipt(index);
      assertTrue(receipt.leads());
      Entry.OfPerson entry = (Entry.OfPerson) EntryText.read(receipt.entry()).orElseThrow();
      Person her = subjects.person(controller, one.subject()).orElseThrow();
      assertEquals(her.link().at(index), entry.who());
    }
    return all.stream().map(w -> w.entry().orElseThrow()).distinct().count();
  }
}
