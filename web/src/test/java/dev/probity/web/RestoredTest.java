// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.Store;
import dev.probity.web.Thief.Loot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What an erasure is worth. One person of several, of two controllers, is erased; then every copy
 * that was ever made is restored and every key that is still somewhere is tried on every value.
 */
@Timeout(900)
class RestoredTest {
  private static final String ANNA = "anna@mail.test";
  private static final String BERT = "bert@mail.test";

  private static final String AFTER = "made after it";
  private static final String WHY = ", \"for\": \"marketing.newsletter\"";

  /** What of a database is sealed; {@link #everyColumnIsKnown} looks that there is no more. */
  private static final TreeSet<String> SEALED =
      new TreeSet<>(List.of("datum", "held", "held of a device", "mail", "subject"));

  private static final String COLUMNS =
      """
      datum.part datum.sealed datum.subject erasure.subject held.device held.sealed held.subject \
      ledger_entry.bytes ledger_entry.leaf ledger_node.hash mail.sealed mail.subject once.body \
      once.key pixel.hash pixel.subject register_step.sealed subject.handle subject.subject \
      subject_identifier.blind subject_identifier.subject suppression.blind suppression.refused \
      token.hash way_out.hash way_out.subject\
      """;

  private static final String HELD =
      """
      201 points/checkout {"fields": {"contact.name": "A Name", "contact.email": "MAIL", \
      "contact.address": "Gatan 1"}, "age": 40, "asserted": {"region": "SE"}, \
      "consents": {"news": "opt-in"}, "notice": "2026-03-01"}
      200 facts {"subject": "HER", "add": {"relation": "fitter-of", "region": "EEA"}}
      200 facts {"subject": "HER", "device": "phone", "set": {"choice": {"gpc": "on"}}}
      200 disclosures {"subject": "HER", "ask": {"disclose": ["device.serial"], \
      "to": "audiologist", "for": "device-support"}, "record": {"device.serial": "SN-MAIL"}}
      202 mail {"subject": "HER", "for": "marketing.newsletter", "title": "News", "text": "Hej."}
      200 registers/proxy {"subject": "HER", "document": "P-1", "incomplete": true, \
      "elements": {}}
      200 events {"subject": "HER", "event": "breach"}
      200 registers/demand {"document": "L-MAIL", "elements": {"form": "legal.demand.subpoena", \
      "issuer": "court", "received": "2026-11-02", "data": ["contact"], "recipients": ["court"], \
      "reviewed-by": "counsel"}}
      """;

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, Path> data = new LinkedHashMap<>();

  private Site site(String name) {
    Path at = folder.resolve(name);
    return new Site(at, at.resolve("keys"), folder.resolve("ring"), now);
  }

  /**
   * Keys as they could be had at three moments, from the site and from every copy of its folder.
   */
  private record Secrets(
      Collection<byte[]> before, Collection<byte[]> meanwhile, Collection<byte[]> last) {}

  @Test
  void noCopyOpensAnythingOfWhoWasErased() throws Exception {
    Site site = site("site");
    Path old = folder.resolve("base");
    Path dump = folder.resolve("dump");
    Path ring = folder.resolve("a ring in a backup, which must not be");
    Collection<byte[]> before;
    String anna;
    try (Site.Running running = site.start()) {
      Copies.base(site, old);
      for (String controller : Site.CONTROLLERS)
        for (String mail : List.of(ANNA, BERT))
          ids.put(controller + mail, fill(running, controller, mail));
      data.put(
          "older than she, and grown by its log", Copies.grown(old, site, folder.resolve("a")));
      data.put("a base backup", Copies.base(site, folder.resolve("b")));
      Copies.dump(site, dump);
      Copies.of(site.keys(), folder.resolve("keys before"));
      Copies.of(site.ring(), ring);
      before = secrets(site);
      anna = Thief.named(site.superuser(), "one", before, ANNA).getFirst();
    }
    Path stopped = Copies.of(site.data(), folder.resolve("c"));

    Collection<byte[]> meanwhile;
    try (Site.Running running = site.start()) {
      String token = running.token("one");
      JsonNode erased = running.ask(200, "one/erasures", token, about(ids.get("one" + ANNA), ""));
      data.put(AFTER, Copies.base(site, folder.resolve("d")));
      Copies.of(site.keys(), folder.resolve("keys after"));
      meanwhile = secrets(site);
      LocalDate dark = LocalDate.parse(erased.path("dark").asString());
      now.set(dark.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
      running.web.upkeep().once();
      Copies.of(site.keys(), folder.resolve("keys of the next epoch"));
    }
    Secrets secrets = new Secrets(before, meanwhile, secrets(site));

    for (Map.Entry<String, Path> copy : data.entrySet()) {
      Site restored = new Site(copy.getValue(), site.keys(), site.ring(), now);
      try (Store store = open(restored)) {
        look(copy.getKey(), restored, store, anna, secrets);
      }
    }
    Site fresh = site("fresh");
    try (Store store = open(fresh)) {
      Copies.load(dump, fresh);
      look("a dump", fresh, store, anna, secrets);
    }
    Site served = new Site(stopped, site.keys(), site.ring(), now);
    // Why before it is served from: the outbox drops what was to go to who is erased.
    try (Store store = open(served)) {
      look("stopped", served, store, anna, secrets);
    }
    try (Site.Running running = served.start()) {
      aServerOnAnOldDatabaseKnowsHerNoMore(running);
      whatIsNotDefended(served, ring, anna, secrets);
    }
  }

  /** Every key that is somewhere: of each folder of keys, also in copies, under the site's ring. */
  private Collection<byte[]> secrets(Site site) throws IOException {
    return Thief.secrets(folders(), List.of(site.ring()));
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.filter(path -> String.valueOf(path.getFileName()).startsWith("keys")).toList();
    }
  }

  private Store open(Site site) {
    return switch (Store.open(site.target(), site.means())) {
      case Store.Opening.Opened opened -> opened.store();
      case Store.Opening.Refused refused -> throw new AssertionError(refused.fault());
    };
  }

  private static void look(String copy, Site restored, Store store, String anna, Secrets secrets)
      throws IOException {
    assertTrue(store.answers(), copy);
    everyColumnIsKnown(restored);
    List<Loot> loot = Thief.loot(restored.superuser());
    List<Loot> hers = loot.stream().filter(l -> l.subject().equals(anna)).toList();
    List<Loot> others = loot.stream().filter(l -> !l.subject().equals(anna)).toList();
    TreeSet<String> kinds = new TreeSet<>(others.stream().map(Loot::table).toList());
    assertTrue(kinds.containsAll(SEALED) && kinds.contains("register_step"), copy + kinds);
    assertEquals(
        copy.equals(AFTER) ? new TreeSet<>() : SEALED,
        new TreeSet<>(hers.stream().map(Loot::table).toList()),
        copy);
    assertEquals(List.of(), dark(loot, secrets.before()), copy + " opened before");
    assertEquals(List.of(), dark(hers, secrets.meanwhile()), copy + " opens until the day named");
    assertEquals(hers, dark(hers, secrets.last()), copy);
    assertEquals(List.of(), dark(others, secrets.last()), copy + ": others stay");

    List<String> theirs = List.of(BERT, "SN-" + BERT);
    List<String> guesses = List.of(ANNA, "SN-" + ANNA, BERT, "SN-" + BERT);
    var source = restored.superuser();
    assertEquals(guesses, Thief.guessed(source, "one", secrets.before(), guesses), copy);
    assertEquals(theirs, Thief.guessed(source, "one", secrets.last(), guesses), copy);
    assertEquals(guesses, Thief.guessed(source, "two", secrets.last(), guesses), copy);
    // No law over this pack wants her entries known any longer, so their key went with the rest.
    long linked = Thief.linked(source, "one", secrets.before());
    long two = Thief.linked(source, "two", secrets.last());
    assertEquals(two / 2, Thief.linked(source, "one", secrets.last()), copy);
    assertEquals(copy.equals(AFTER) ? two + 2 : two, linked, copy);
  }

  private static List<Loot> dark(List<Loot> loot, Collection<byte[]> secrets) {
    return loot.stream().filter(one -> !one.opens(secrets)).toList();
  }

  /** What is bytes is sealed, a hash, a number of ours, or words of the pack. */
  private static void everyColumnIsKnown(Site site) throws IOException {
    assertEquals(
        COLUMNS,
        String.join(
            " ",
            JdbcClient.create(site.superuser())
                .sql(
                    "select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'probity' and data_type = 'bytea' order by 1")
                .query(String.class)
                .list()));
  }

  /** As docs/threats.md says it. */
  private void whatIsNotDefended(Site restored, Path ring, String anna, Secrets secrets)
      throws IOException {
    List<Loot> hers =
        Thief.loot(restored.superuser()).stream().filter(l -> l.subject().equals(anna)).toList();
    // A ring that was copied too opens what was wrapped under it, for ever.
    assertEquals(List.of(), dark(hers, Thief.secrets(folders(), List.of(ring))));
    // The controller's own key answers a guess: was this address here, and under which number.
    assertEquals(List.of(anna), Thief.named(restored.superuser(), "one", secrets.last(), ANNA));
  }

  /** A database of yesterday under a server of today: others are there, and she is nobody. */
  private void aServerOnAnOldDatabaseKnowsHerNoMore(Site.Running running) throws Exception {
    String token = running.token("one");
    String anna = about(ids.get("one" + ANNA), WHY);
    String bert = about(ids.get("one" + BERT), WHY);
    running.ask(404, "one/records/read", token, anna);
    JsonNode read = running.ask(200, "one/records/read", token, bert);
    assertTrue(read.path("records").toString().contains(BERT), read.toString());
  }

  private static String about(String id, String more) {
    return "{\"subject\": \"" + id + "\"" + more + "}";
  }

  /** Somebody of whom everything is held that can be. */
  private static String fill(Site.Running running, String controller, String mail)
      throws Exception {
    String token = running.token(controller);
    String id = "";
    for (String line : HELD.replace("MAIL", mail).lines().toList()) {
      String[] words = line.split(" ", 3);
      String door = controller + "/" + words[1];
      int status = Integer.parseInt(words[0]);
      JsonNode answer = running.ask(status, door, token, words[2].replace("HER", id));
      if (id.isEmpty()) id = answer.path("subject").asString();
      assertFalse(id.isEmpty());
    }
    return id;
  }
}
