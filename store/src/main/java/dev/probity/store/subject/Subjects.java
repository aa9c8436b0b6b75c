// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.ledger.log.Appended;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.tree.Hash;
import dev.probity.store.Means;
import dev.probity.store.Tenancy;
import dev.probity.store.Together;
import dev.probity.store.log.Along;
import dev.probity.store.log.Ledgers;
import dev.probity.store.log.LogLock;
import dev.probity.store.log.Once;
import dev.probity.store.register.Registers;
import dev.probity.vault.keys.KeyStore;
import java.io.Serial;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The people whom a controller holds something about, each by an id that says nothing, with sheets
 * of facts and values that nobody reads in the database. What is written about somebody is written
 * together with what the log says of it. Nothing is remembered between two calls: whoever reads
 * after a change was acknowledged sees it, on any server. Safe for any number of threads.
 */
public final class Subjects {
  private static final byte[] NOTHING = new byte[0];

  private final Tenancy tenancy;
  private final Ledgers ledgers;
  private final Sealer sealer;
  private final Persons persons;
  private final InstantSource clock;
  private final Registers registers;
  private final Map<String, Together<Rows.Look, List<Rows.Seen>>> seeing =
      new ConcurrentHashMap<>();
  private final Map<String, Reading.People> reading = new ConcurrentHashMap<>();

  /**
   * @param registers what is looked up beside the people
   */
  public Subjects(
      Tenancy tenancy, Ledgers ledgers, KeyStore keys, Means means, Registers registers) {
    this.tenancy = tenancy;
    this.ledgers = ledgers;
    this.sealer = new Sealer(keys, means.random());
    this.persons = new Persons(keys, sealer);
    this.clock = means.clock();
    this.registers = registers;
  }

  /** What is to be written, of what is held and the moment from which it counts. */
  @FunctionalInterface
  public interface Change {
    /** May be asked more than once, where something changed meanwhile. */
    Writing of(byte[] sheet, Instant moment);
  }

  /**
   * The id of the person whom these identifiers name, by element; a new one where none of them is
   * known. Nothing where they name different people, or one who was erased.
   */
  public Optional<String> issue(String controller, Map<String, String> knownAs) {
    return change(controller, knownAs, (sheet, moment) -> new Writing(sheet, List.of(), List.of()))
        .map(Written::subject);
  }

  /**
   * The id of the person whom these identifiers name, by element, if one person is known by them.
   */
  public Optional<String> find(String controller, Map<String, String> knownAs) {
    List<byte[]> blinds = blinds(controller, knownAs);
    return tenancy.in(
        controller,
        client -> {
          Rows rows = new Rows(client, controller);
          List<byte[]> known = rows.known(blinds);
          return known.size() == 1
              ? rows.subject(known.getFirst())
                  .flatMap(r -> sealer.named(controller, known.getFirst(), r))
              : Optional.empty();
        });
  }

  private List<byte[]> blinds(String controller, Map<String, String> knownAs) {
    List<byte[]> blinds = new ArrayList<>();
    knownAs.forEach((element, value) -> blinds.add(sealer.blind(controller, element, value)));
    return blinds;
  }

  /** What the controller holds besides, about nobody in particular. */
  public Registers registers() {
    return registers;
  }

  /** What is held of these people; who is not in the answer is nobody of this controller. */
  public Map<Who, Held> held(String controller, Collection<Who> asked) {
    Reading.People people =
        reading.computeIfAbsent(controller, c -> new Reading.People(tenancy, c));
    return new Reading(people, sealer.during(), registers, controller).of(asked);
  }

  /** What is held of one; nothing where it is nobody of this controller. */
  public Optional<Held> held(String controller, Who who) {
    return Optional.ofNullable(held(controller, List.of(who)).get(who));
  }

  /** The values held of a person, oldest first; nothing where she is nobody of this controller. */
  public Optional<List<Kept>> values(String controller, String subject) {
    byte[] number = sealer.subject(controller, subject);
    record Found(Optional<Rows.OfSubject> person, List<Rows.OfDatum> data) {}
    Found found =
        tenancy.in(
            controller,
            client -> {
              Rows rows = new Rows(client, controller);
              return new Found(rows.subject(number), rows.data(number));
            });
    if (found.person().flatMap(row -> sealer.named(controller, number, row)).isEmpty())
      return Optional.empty();
    Sealer work = sealer.during();
    return Optional.of(
        found.data().stream().flatMap(row -> work.open(controller, number, row).stream()).toList());
  }

  /** What makes entries about a person of this controller. */
  public Optional<Person> person(String controller, String subject) {
    byte[] number = sealer.subject(controller, subject);
    return tenancy
        .in(controller, client -> new Rows(client, controller).subject(number))
        .flatMap(row -> sealer.named(controller, number, row))
        .flatMap(known -> persons.person(controller, number));
  }

  /** Writes nothing where anything of hers has changed since, or she was erased. */
  public Along unchanged(String controller, String subject, Instant since) {
    byte[] number = sealer.subject(controller, subject);
    return (client, first) ->
        new Rows(client, controller)
            .subject(number)
            .filter(person -> person.changed().equals(since))
            .isPresent();
  }

  /** Seals what is neither a fact nor a value under her own key; nothing for nobody. */
  public Optional<Sealed> seal(
      String controller, String subject, String field, byte[] bytes, Instant at) {
    byte[] number = number(controller, subject);
    if (named(controller, number).isEmpty()) return Optional.empty();
    return sealer.seal(controller, number, field, bytes, at).map(dark -> new Sealed(number, dark));
  }

  /** What was sealed; nothing where her key is destroyed. */
  public Optional<byte[]> open(String controller, Sealed sealed, String field, Instant at) {
    return sealer.open(controller, sealed.subject(), field, sealed.bytes(), at);
  }

  /** Her number in rows. */
  public byte[] number(String controller, String subject) {
    return sealer.subject(controller, subject);
  }

  /** The id of whom a number in rows stands for; nothing where she was erased. */
  public Optional<String> named(String controller, byte[] number) {
    return tenancy
        .in(controller, client -> new Rows(client, controller).subject(number))
        .flatMap(row -> sealer.named(controller, number, row));
  }

  /** A hash under the controller's own key, of exactly these bytes. */
  public Hash hash(String controller, String what, byte[] bytes) {
    return persons.hash(controller, what, bytes);
  }

  /**
   * Writes about a person; her sheet is that of her device where one is named.
   *
   * @return nothing where she is nobody of this controller
   */
  public Optional<Written> change(String controller, Who who, Change change) {
    return change(controller, who, null, change);
  }

  /**
   * As {@link #change(String, Who, Change)}, with more that is written in the same transaction, and
   * not where nothing changes.
   */
  public Optional<Written> change(String controller, Who who, Change change, Along also) {
    byte[] subject = sealer.subject(controller, who.subject());
    byte[] device = sealer.device(controller, who);
    return written(
        new Task(controller, device, null, change, also),
        (sight, work) ->
            sight.of(subject, List.of()).stream()
                .findFirst()
                .flatMap(seen -> Before.of(seen, controller, device, List.of(), work)));
  }

  /**
   * As {@link #change(String, Who, Change)}, where the request may be sent again.
   *
   * @param once none where it is not
   * @throws Repeated if it was sent before; then nothing is written
   */
  public Optional<Written> change(String controller, Who who, @Nullable Once once, Change change) {
    byte[] subject = sealer.subject(controller, who.subject());
    byte[] device = sealer.device(controller, who);
    return written(
        new Task(controller, device, once, change, Along.NOTHING),
        (sight, work) ->
            sight.of(subject, List.of()).stream()
                .findFirst()
                .flatMap(seen -> Before.of(seen, controller, device, List.of(), work)));
  }

  /**
   * Writes about the person whom these identifiers name, by element, and makes her known where none
   * of them is.
   *
   * @return nothing where they name different people, or one who was erased
   */
  public Optional<Written> change(String controller, Map<String, String> knownAs, Change change) {
    return change(controller, knownAs, null, change);
  }

  /**
   * As {@link #change(String, Map, Change)}, where the request may be sent again.
   *
   * @param once none where it is not
   * @throws Repeated if it was sent before; then nothing is written
   */
  public Optional<Written> change(
      String controller, Map<String, String> knownAs, @Nullable Once once, Change change) {
    List<byte[]> blinds = blinds(controller, knownAs);
    return written(
        new Task(controller, NOTHING, once, change, Along.NOTHING),
        (sight, work) -> {
          List<Rows.Seen> known = sight.of(NOTHING, blinds);
          if (known.size() > 1) return Optional.empty();
          return known.isEmpty()
              ? Optional.of(fresh(controller, blinds))
              : Before.of(known.getFirst(), controller, NOTHING, blinds, work);
        });
  }

  /** The request was sent before. */
  public static final class Repeated extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final transient Once.Outcome outcome;

    Repeated(Once.Outcome outcome) {
      super(null, null, false, false);
      this.outcome = outcome;
    }

    /** What became of it; never {@link Once.Outcome.Fresh}. */
    public Once.Outcome outcome() {
      return outcome;
    }
  }

  /** Looks people up by number or by identifiers. */
  @FunctionalInterface
  private interface Sight {
    List<Rows.Seen> of(byte[] subject, List<byte[]> blinds);
  }

  @FunctionalInterface
  private interface Looking {
    Optional<Before> of(Sight sight, Sealer work);
  }

  /** Somebody new; who was erased before starts with what she had refused. */
  private Before fresh(String controller, List<byte[]> blinds) {
    String handle = sealer.handle();
    byte[] subject = sealer.subject(controller, handle);
    List<byte[]> kept = blinds.stream().map(b -> sealer.suppression(controller, b)).toList();
    // Why it may be a later look: who is erased in between was still known to the first one.
    List<byte[]> refused =
        tenancy.in(controller, client -> new Rows(client, controller).refused(kept));
    byte[] sheet = refused.stream().filter(r -> r.length > 0).findFirst().orElse(NOTHING);
    return new Before(handle, subject, true, blinds, Instant.EPOCH, sheet, !refused.isEmpty());
  }

  /** What is to be done, whatever its tries find. */
  private record Task(
      String controller, byte[] device, @Nullable Once once, Change change, Along also) {}

  private Optional<Written> written(Task task, Looking looking) {
    while (true) {
      Sealer work = sealer.during();
      Optional<Before> found =
          looking.of(
              (subject, blinds) ->
                  seeing(task.controller()).ask(new Rows.Look(subject, blinds, task.device())),
              work);
      if (found.isEmpty()) return Optional.empty();
      Optional<Written> written = written(task, found.get(), work);
      // Why again: somebody else has written about her, or made her known, meanwhile.
      if (written.isPresent()) return written;
    }
  }

  private Together<Rows.Look, List<Rows.Seen>> seeing(String controller) {
    return seeing.computeIfAbsent(
        controller,
        c -> new Together<>(looks -> tenancy.asking(client -> new Rows(client, c).seen(looks))));
  }

  /** One try; nothing, and nothing is written, where she is not as she was before. */
  private Optional<Written> written(Task task, Before before, Sealer work) {
    Instant moment = before.later(now());
    Writing writing = task.change().of(before.sheet().clone(), moment);
    if (before.keptOut() && !writing.values().stream().allMatch(Given::isOwnAct))
      throw new KeptOut();
    boolean same = Arrays.equals(writing.sheet(), before.sheet());
    if (same && before.isNamed() && writing.values().isEmpty() && writing.told().isEmpty())
      return Optional.of(new Written(before.handle(), before.changed(), OptionalLong.empty()));
    // Why not before: who is refused leaves no key.
    if (before.fresh()) work.enrol(task.controller(), before.subject());
    Optional<Written> written = written(task, before, writing, moment, work);
    // Why not where it throws: then nobody knows whether she was written.
    if (written.isEmpty() && before.fresh()) undo(task, before);
    if (written.isPresent() && before.fresh()) sealer.settle(task.controller(), before.subject());
    return written;
  }

  private Optional<Written> written(
      Task task, Before before, Writing writing, Instant moment, Sealer work) {
    String controller = task.controller();
    Optional<Prepared> prepared =
        Prepared.of(writing, before, task.device(), moment, work, controller);
    if (prepared.isEmpty()) return Optional.empty();
    Along also = task.also();
    Along both =
        also.equals(Along.NOTHING)
            ? prepared.get()
            : (client, first) -> prepared.get().write(client, first) && also.write(client, first);
    if (writing.told().isEmpty())
      return alone(controller, both)
          ? Optional.of(new Written(before.handle(), moment, OptionalLong.empty()))
          : Optional.empty();
    Optional<Person> person = persons.person(controller, before.subject());
    if (person.isEmpty()) return Optional.empty();
    List<Draft> drafts = writing.told().stream().map(person.get()::draft).toList();
    return appended(task, before, drafts, both)
        .map(a -> new Written(before.handle(), moment, OptionalLong.of(a.first())));
  }

  private Optional<Appended> appended(Task task, Before before, List<Draft> drafts, Along along) {
    Once once = task.once();
    if (once == null) return ledgers.append(task.controller(), drafts, along);
    Optional<Once.Outcome> outcome = ledgers.append(task.controller(), drafts, once, along);
    if (outcome.isEmpty()) return Optional.empty();
    if (outcome.get() instanceof Once.Outcome.Fresh(Appended appended))
      return Optional.of(appended);
    if (before.fresh()) undo(task, before);
    throw new Repeated(outcome.get());
  }

  private void undo(Task task, Before before) {
    sealer.undo(task.controller(), before.subject());
  }

  private boolean alone(String controller, Along along) {
    return tenancy.in(
        controller,
        client -> {
          LogLock.take(client, controller);
          return along.write(client, 0);
        });
  }

  /** As exactly as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
