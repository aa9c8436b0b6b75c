// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.mail;

import dev.probity.ledger.log.Draft;
import dev.probity.store.Tenancy;
import dev.probity.store.log.Along;
import dev.probity.store.log.Ledgers;
import dev.probity.store.log.Once;
import dev.probity.store.subject.Sealed;
import dev.probity.store.subject.Subjects;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The mail that waits to be sent, for all servers on one database. One server has a mail at a time:
 * it takes it for a while by the database's clock, and whoever took it later shuts out whoever took
 * it before. Safe for any number of threads.
 */
public final class Mails {
  private static final int TOKEN = 32;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final String FIELD = "mail";

  private final Tenancy tenancy;
  private final Ledgers ledgers;
  private final Subjects subjects;
  private final SecureRandom random;

  public Mails(Tenancy tenancy, Ledgers ledgers, Subjects subjects, SecureRandom random) {
    this.tenancy = tenancy;
    this.ledgers = ledgers;
    this.subjects = subjects;
    this.random = random;
  }

  /** What has become of a request to send. */
  public sealed interface Outcome {
    record Queued(long mail) implements Outcome {}

    /** The request was sent before, and led to this mail. */
    record Again(long mail) implements Outcome {}

    /** Its key was used for something else. */
    record OtherBody() implements Outcome {}

    /** There is nobody of this controller by that id. */
    record Nobody() implements Outcome {}
  }

  /** Another token, which says nothing. */
  public String token() {
    byte[] bytes = new byte[TOKEN];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What has become of a request, if it was sent before. */
  public Optional<Outcome> before(String controller, Once once) {
    return tenancy.in(controller, once::before).map(Mails::again);
  }

  /** Keeps a mail to be sent, durable once this returns. */
  public Outcome queue(String controller, Letter letter, Optional<Once> once) {
    long mail = random.nextLong(1, Long.MAX_VALUE);
    Optional<Sealed> sealed =
        subjects.seal(controller, letter.subject(), field(mail), letter.content(), letter.at());
    if (sealed.isEmpty()) return new Outcome.Nobody();
    boolean written =
        tenancy.in(
            controller,
            client -> {
              if (once.isPresent() && !once.get().take(client, controller, mail)) return false;
              new MailRows(client, controller).queue(mail, letter, sealed.get());
              if (!letter.token().isEmpty())
                new MailRows(client, controller)
                    .keepWay(hash(controller, letter.token()), letter, sealed.get());
              if (!letter.pixel().isEmpty())
                new MailRows(client, controller)
                    .keepPixel(pixel(controller, letter.pixel()), mail, sealed.get().subject());
              return true;
            });
    return written
        ? new Outcome.Queued(mail)
        : once.flatMap(o -> before(controller, o)).orElseThrow();
  }

  private static Outcome again(Once.Outcome before) {
    return switch (before) {
      case Once.Outcome.Again again -> new Outcome.Again(again.index());
      case Once.Outcome.OtherBody other -> new Outcome.OtherBody();
      case Once.Outcome.Fresh fresh -> throw new IllegalStateException("nothing was written yet");
    };
  }

  /** How far a mail of this controller is. */
  public Optional<State> state(String controller, long mail) {
    return tenancy.in(controller, client -> new MailRows(client, controller).state(mail));
  }

  /** Takes what is due, for this long; nobody else gets it meanwhile. */
  public List<Claim> claim(String controller, int most, Duration lease) {
    return tenancy.in(controller, client -> new MailRows(client, controller).claim(most, lease));
  }

  /** What a mail says; nothing where the person's key is destroyed. */
  public Optional<byte[]> open(Claim claim) {
    return subjects.open(claim.controller(), claim.sealed(), field(claim.mail()), claim.sealedAt());
  }

  /**
   * Writes into the log that a mail is sent, and that it is leaving, both or neither; for one that
   * the log knows of, only makes sure that it still is the caller's. Done before it is handed over.
   *
   * @return false where somebody else has taken it, or it is no longer to be sent
   */
  public boolean leave(Claim claim, Draft sent, Duration lease) {
    if (claim.left()) return in(claim, rows -> rows.keep(claim, lease));
    return told(claim, sent, rows -> rows.leave(claim, lease));
  }

  /** Done with it; what it said is taken away. */
  public boolean end(Claim claim, State state) {
    return in(claim, rows -> rows.end(claim, state));
  }

  /** Done with it though the log says it was sent, which the log is told. */
  public boolean end(Claim claim, State state, Draft told) {
    return told(claim, told, rows -> rows.end(claim, state));
  }

  /** To be tried again. */
  public boolean later(Claim claim, Duration wait) {
    return in(claim, rows -> rows.keep(claim, wait));
  }

  /** How long until something of this controller is due; nothing where nothing waits. */
  public OptionalLong millisToNext(String controller) {
    return tenancy.in(controller, client -> new MailRows(client, controller).millisToNext());
  }

  private boolean in(Claim claim, Predicate<MailRows> work) {
    return tenancy.in(
        claim.controller(), client -> work.test(new MailRows(client, claim.controller())));
  }

  private boolean told(Claim claim, Draft draft, Predicate<MailRows> work) {
    Along along = (client, first) -> work.test(new MailRows(client, claim.controller()));
    return ledgers.append(claim.controller(), List.of(draft), along).isPresent();
  }

  /** Where a token leads; nothing where it is none, or whoever had it is no longer held. */
  public Optional<Way> way(String controller, String token) {
    if (!SHAPE.matcher(token).matches()) return Optional.empty();
    byte[] hash = hash(controller, token);
    return tenancy
        .in(controller, client -> new MailRows(client, controller).way(hash))
        .flatMap(
            found ->
                subjects
                    .named(controller, found.subject())
                    .map(id -> new Way(id, found.purpose(), found.language())));
  }

  /** Holds back what waits for her, for these purposes, in the transaction it is run in. */
  public Along holdBack(String controller, String subject, Collection<String> purposes) {
    byte[] number = subjects.number(controller, subject);
    return (client, first) -> {
      new MailRows(client, controller).holdBack(number, purposes);
      return true;
    };
  }

  /** What a pixel leads to; nothing where it never was one, or told already what it tells. */
  public Optional<Pixel> opening(String controller, String token) {
    if (!SHAPE.matcher(token).matches()) return Optional.empty();
    byte[] hash = pixel(controller, token);
    return tenancy
        .in(controller, client -> new MailRows(client, controller).pixel(hash))
        .flatMap(
            found ->
                subjects.named(controller, found.subject()).map(id -> new Pixel(id, found.mail())));
  }

  /**
   * Makes a pixel tell nothing more, in the transaction it is run in; false where it did already.
   */
  public Along spend(String controller, String token) {
    byte[] hash = pixel(controller, token);
    return (client, first) -> new MailRows(client, controller).spend(hash);
  }

  private byte[] pixel(String controller, String token) {
    return subjects.hash(controller, "pixel", token.getBytes(StandardCharsets.US_ASCII)).bytes();
  }

  private byte[] hash(String controller, String token) {
    return subjects.hash(controller, "way-out", token.getBytes(StandardCharsets.US_ASCII)).bytes();
  }

  private static String field(long mail) {
    return FIELD + mail;
  }
}
