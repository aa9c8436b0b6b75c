// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.LinkKey;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.log.Appended;
import dev.probity.ledger.log.Draft;
import dev.probity.store.Means;
import dev.probity.store.Tenancy;
import dev.probity.store.log.Ledgers;
import dev.probity.store.log.LogLock;
import dev.probity.store.subject.ErasureRows.Begun;
import dev.probity.vault.keys.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Erases people. First one transaction says in the log what is to go, keeps out whatever named her,
 * and takes her rows away, so that from then on she is nobody at every door. Then the keys go that
 * open what copies of those rows hold. Then the log says that it is done, and by which day the last
 * copy of a key is worthless. Whoever comes after a server that died in between ends it: the next
 * call for her, or {@link #finish}. Safe for any number of threads and servers.
 */
public final class Erasures {
  private static final List<Word> STORES = List.of(new Word("database"), new Word("key-store"));
  private static final Word ERASE = new Word("erase");

  /** Longer than anybody takes to be made known. */
  private static final Duration TRIAL = Duration.ofHours(1);

  private final Tenancy tenancy;
  private final Ledgers ledgers;
  private final Sealer sealer;
  private final Persons persons;
  private final InstantSource clock;

  public Erasures(Tenancy tenancy, Ledgers ledgers, KeyStore keys, Means means) {
    this.tenancy = tenancy;
    this.ledgers = ledgers;
    this.sealer = new Sealer(keys, means.random());
    this.persons = new Persons(keys, sealer);
    this.clock = means.clock();
  }

  /** Decides on an erasure by what there is; what it throws leaves everything as it was. */
  @FunctionalInterface
  public interface Deciding {
    /** May be asked more than once, where something changed meanwhile. */
    Order of(Standing standing);
  }

  /** What there is of a person; nothing where she is nobody of this controller. */
  public Optional<Standing> standing(String controller, String subject) {
    return found(controller, sealer.subject(controller, subject)).map(Found::standing);
  }

  /** Her erasure, ended now where it was begun; nothing where there is none. */
  public Optional<Erasure> of(String controller, String subject) {
    byte[] number = sealer.subject(controller, subject);
    return begun(controller, number).flatMap(begun -> ended(controller, begun));
  }

  /**
   * Erases a person; a second call changes nothing and answers the same.
   *
   * @return nothing where she is nobody of this controller
   */
  public Optional<Erasure> erase(String controller, String subject, Deciding deciding) {
    byte[] number = sealer.subject(controller, subject);
    while (true) {
      Optional<Begun> begun = begun(controller, number);
      if (begun.isPresent()) return ended(controller, begun.get());
      Optional<Found> found = found(controller, number);
      if (found.isEmpty()) return Optional.empty();
      // Why again, whatever came of it: somebody else may have been faster, or wrote about her.
      begin(controller, number, found.get(), deciding.of(found.get().standing()));
    }
  }

  /** Ends what a server that died has begun, and says how much that was. */
  public int finish(String controller) {
    List<Begun> open = tenancy.in(controller, client -> new ErasureRows(client, controller).open());
    open.forEach(begun -> ended(controller, begun));
    return open.size();
  }

  /** Destroys the keys that link entries to people, where no duty needs them any more. */
  public int unlink(String controller) {
    LocalDate today = today();
    List<byte[]> due =
        tenancy.in(controller, client -> new ErasureRows(client, controller).due(today));
    for (byte[] subject : due) {
      sealer.unlink(controller, subject);
      tenancy.in(
          controller,
          client -> {
            new ErasureRows(client, controller).forget(subject);
            return subject;
          });
    }
    return due.size();
  }

  /**
   * Destroys the keys of people whom a process that died was about to make known, and says of how
   * many. Only of those who are newcomers in the key store for an hour: whatever else no row names
   * may belong to another database.
   */
  public int sweep(String controller) {
    int swept = 0;
    for (byte[] subject : sealer.newcomers(controller, clock.instant().minus(TRIAL)))
      if (tenancy.in(controller, client -> swept(client, controller, subject))) swept++;
    return swept;
  }

  private boolean swept(JdbcClient client, String controller, byte[] subject) {
    // Why the lock: whoever makes her known looks under it whether her keys are still there.
    LogLock.take(client, controller);
    boolean known =
        new Rows(client, controller).subject(subject).isPresent()
            || new ErasureRows(client, controller).of(subject).isPresent();
    if (known) sealer.settle(controller, subject);
    else sealer.undo(controller, subject);
    return !known;
  }

  private record Found(Instant changed, List<byte[]> blinds, Standing standing) {}

  private Optional<Found> found(String controller, byte[] subject) {
    record Read(
        Optional<Rows.OfSubject> person,
        Optional<Rows.OfSheet> sheet,
        List<Rows.OfDatum> data,
        List<byte[]> blinds,
        int devices) {}
    Read read =
        tenancy.in(
            controller,
            client -> {
              Rows rows = new Rows(client, controller);
              return new Read(
                  rows.subject(subject),
                  rows.sheet(subject, new byte[0]),
                  rows.data(subject),
                  rows.names(subject),
                  rows.devices(subject));
            });
    return read.person()
        .map(
            person ->
                new Found(
                    person.changed(),
                    read.blinds(),
                    new Standing(
                        read.sheet()
                            .flatMap(s -> sealer.sheet(controller, subject, new byte[0], s))
                            .orElse(new byte[0]),
                        read.data().stream().map(Rows.OfDatum::origin).toList(),
                        read.blinds().size(),
                        read.devices(),
                        now())));
  }

  private Optional<Begun> begun(String controller, byte[] subject) {
    return tenancy.in(controller, client -> new ErasureRows(client, controller).of(subject));
  }

  private void begin(String controller, byte[] subject, Found found, Order order) {
    Optional<LinkKey> link = persons.link(controller, subject);
    if (link.isEmpty()) return;
    Instant at = found.standing().moment();
    TreeSet<Word> elements = new TreeSet<>();
    found.standing().values().forEach(origin -> elements.add(new Word(origin.element())));
    List<Draft> drafts = new ArrayList<>();
    drafts.add(
        Draft.about(
            link.get(),
            who -> new Entry.ErasureIntended(at, who, order.pack(), List.copyOf(elements))));
    if (!order.acts().isEmpty())
      drafts.add(
          Draft.about(
              link.get(),
              who ->
                  new Entry.Acted(at, who, order.pack(), new Word(order.event()), order.acts())));
    List<byte[]> keptOut =
        found.blinds().stream().map(b -> sealer.suppression(controller, b)).toList();
    LocalDate today = today();
    Optional<Appended> unused =
        ledgers.append(
            controller,
            drafts,
            (client, first) -> {
              ErasureRows rows = new ErasureRows(client, controller);
              if (!rows.remove(subject, found.changed())) return false;
              rows.begin(subject, order, at, first);
              for (byte[] blind : keptOut) rows.suppress(blind, today, order.refused());
              return true;
            });
  }

  /** The erasure at its end, whoever ends it. */
  private Optional<Erasure> ended(String controller, Begun begun) {
    Optional<Begun> now = Optional.of(begun);
    while (now.filter(b -> b.ended().isEmpty()).isPresent()) {
      end(controller, begun);
      // Why it may be gone: somebody else ended it, and no duty needs to know of her any more.
      now = begun(controller, begun.subject());
    }
    return now.flatMap(Begun::ended);
  }

  private void end(String controller, Begun begun) {
    LocalDate dark = sealer.shred(controller, begun.subject());
    Optional<LinkKey> held = persons.link(controller, begun.subject());
    if (held.isEmpty()) {
      if (begun(controller, begun.subject()).filter(b -> b.ended().isEmpty()).isEmpty()) return;
      throw new IllegalStateException("an erasure without the key of its log");
    }
    LinkKey link = held.get();
    Instant at = now();
    List<Draft> drafts = new ArrayList<>();
    drafts.add(Draft.about(link, who -> new Entry.Erased(at, who, begun.pack(), STORES, dark)));
    if (!begun.event().isEmpty())
      drafts.add(
          Draft.about(
              link,
              who ->
                  new Entry.Acted(at, who, begun.pack(), new Word(begun.event()), List.of(ERASE))));
    Optional<Appended> unused =
        ledgers.append(
            controller,
            drafts,
            (client, first) ->
                new ErasureRows(client, controller).end(begun.subject(), first, dark));
  }

  /** As exactly as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
