// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.register;

import dev.probity.ledger.entry.Commitment;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.log.Appended;
import dev.probity.ledger.log.Draft;
import dev.probity.store.Means;
import dev.probity.store.Tenancy;
import dev.probity.store.Together;
import dev.probity.store.log.Ledgers;
import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.KeyStore;
import dev.probity.vault.keys.Keysets;
import dev.probity.vault.seal.BlindIndex;
import dev.probity.vault.seal.Datum;
import dev.probity.vault.seal.Opened;
import dev.probity.vault.seal.Origin;
import dev.probity.vault.seal.Place;
import dev.probity.vault.seal.SealedDatum;
import dev.probity.vault.seal.Vault;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The documents of each controller that are about nobody in particular. A change is written
 * together with what the log says of it, and nothing is ever taken out. Whoever reads asks the
 * database what was changed since, so that a change that was acknowledged is seen by every later
 * reader on every server; what was opened before is remembered. Safe for any number of threads.
 */
public final class Registers {
  private static final String FIELD = "register";

  private final Tenancy tenancy;
  private final Ledgers ledgers;
  private final KeyStore keys;
  private final Vault vault;
  private final Means means;
  private final Map<String, Registered> read = new ConcurrentHashMap<>();
  private final Map<String, Together<Long, List<Row>>> asking = new ConcurrentHashMap<>();
  private final Map<String, BlindIndex> salts = new ConcurrentHashMap<>();

  public Registers(Tenancy tenancy, Ledgers ledgers, KeyStore keys, Means means) {
    this.tenancy = tenancy;
    this.ledgers = ledgers;
    this.keys = keys;
    this.vault = new Vault(keys);
    this.means = means;
  }

  /** What is to be written, of what the registers hold and the moment from which it counts. */
  @FunctionalInterface
  public interface Change {
    /** May be asked more than once, where something changed meanwhile. */
    Written of(Registered before, Instant moment);
  }

  /** A document as it is from now on, and what the log says of that. */
  public record Written(Paper paper, Told told) {}

  /** An entry about a document that the log has a commitment to. */
  @FunctionalInterface
  public interface Told {
    Entry of(Commitment document);
  }

  /**
   * What was written.
   *
   * @param entry its index in the log
   */
  public record Kept(Paper paper, Instant moment, long entry) {}

  public Registered standing(String controller) {
    Registered known = read.getOrDefault(controller, Registered.NOTHING);
    List<Row> rows = since(controller).ask(known.step());
    if (rows.isEmpty()) return known;
    List<Paper> papers = new ArrayList<>();
    for (Row row : rows) papers.add(open(controller, row));
    Registered now = known.with(papers, rows.getLast().step(), rows.getLast().at());
    read.merge(controller, now, (a, b) -> a.step() >= b.step() ? a : b);
    return now;
  }

  private record Row(long step, Instant at, byte[] sealed) {}

  /** What came after a step, which many ask at a time. */
  private Together<Long, List<Row>> since(String controller) {
    return asking.computeIfAbsent(
        controller,
        c ->
            new Together<>(
                known -> {
                  long first = Collections.min(known);
                  List<Row> rows = tenancy.asking(client -> since(client, c, first));
                  return known.stream()
                      .map(k -> rows.stream().filter(row -> row.step() > k).toList())
                      .toList();
                }));
  }

  private static List<Row> since(JdbcClient client, String controller, long known) {
    return client
        .sql("select step, at, sealed from registers_since(?, ?)")
        .params(controller, known)
        .query(
            (row, number) ->
                new Row(row.getLong(1), row.getTimestamp(2).toInstant(), row.getBytes(3)))
        .list();
  }

  public Kept change(String controller, Change change) {
    while (true) {
      Registered before = standing(controller);
      Instant now = means.clock().instant().truncatedTo(ChronoUnit.MICROS);
      // Why: another server's clock may be ahead; what it acknowledged stays in the past.
      Instant moment =
          now.isAfter(before.changed()) ? now : before.changed().plus(1, ChronoUnit.MICROS);
      Written written = change.of(before, moment);
      long step = before.step() + 1;
      byte[] sealed = seal(controller, step, moment, written.paper());
      Draft draft = Draft.of(written.told().of(commitment(controller, step, written.paper())));
      Optional<Appended> appended =
          ledgers.append(
              controller,
              List.of(draft),
              (client, first) -> write(client, controller, before.step(), moment, sealed));
      // Why again: somebody else has changed something meanwhile.
      if (appended.isPresent()) return new Kept(written.paper(), moment, appended.get().first());
    }
  }

  /** The log is held, so nobody else writes meanwhile. */
  private static boolean write(
      JdbcClient client, String controller, long before, Instant moment, byte[] sealed) {
    long last =
        client.sql("select coalesce(max(step), 0) from register_step").query(Long.class).single();
    if (last != before) return false;
    return client
            .sql("insert into register_step (controller, step, at, sealed) values (?, ?, ?, ?)")
            .params(controller, before + 1, Timestamp.from(moment), sealed)
            .update()
        == 1;
  }

  private Commitment commitment(String controller, long step, Paper paper) {
    byte[] salt =
        salts
            .computeIfAbsent(controller, c -> BlindIndex.of(c, Set.of(FIELD), keys, means.random()))
            .of(FIELD, Long.toString(step))
            .orElseThrow();
    return Commitment.of(salt, new Word(paper.register()), paper.bytes());
  }

  private byte[] seal(String controller, long step, Instant at, Paper paper) {
    KeyName own = new KeyName(controller, "", KeyName.Use.DATA);
    if (keys.get(own).isEmpty()) {
      // Why nothing is made of it: another server may have been faster, and then its key is the
      // one.
      boolean unused = keys.create(own, Keysets.fresh());
    }
    return vault
        .seal(place(controller, step), new Datum(origin(at), paper.bytes(), ""))
        .map(SealedDatum::sealed)
        .orElseThrow(() -> new IllegalStateException("the controller's own key is gone"));
  }

  private Paper open(String controller, Row row) {
    SealedDatum sealed = new SealedDatum(origin(row.at()), row.sealed());
    return switch (vault.open(place(controller, row.step()), sealed)) {
      case Opened.Value value -> Paper.of(value.datum().value());
      case Opened.Dark dark -> throw new IllegalStateException("the controller's own key is gone");
      case Opened.Refused refused ->
          throw new IllegalStateException("a register was altered, or sealed with other keys");
    };
  }

  private static Place place(String controller, long step) {
    return new Place(controller, "", FIELD + "/" + step);
  }

  private static Origin origin(Instant at) {
    return new Origin(FIELD, "controller", "", "", at);
  }
}
