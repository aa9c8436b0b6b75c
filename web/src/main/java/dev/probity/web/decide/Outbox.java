// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.ledger.log.Draft;
import dev.probity.notice.pack.Section;
import dev.probity.notice.yaml.Form;
import dev.probity.store.mail.Claim;
import dev.probity.store.mail.Mails;
import dev.probity.store.mail.State;
import dev.probity.store.subject.Person;
import dev.probity.store.subject.Subjects;
import dev.probity.web.mail.Delivery;
import dev.probity.web.mail.Message;
import dev.probity.web.mail.Post;
import dev.probity.web.mail.Undelivered;
import dev.probity.web.mail.Wording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits, one mail after the other, on a thread of its own; every server has one. In this
 * order: taken for a while, decided again, a line to the mail server, the log told, handed over,
 * put away. Whoever dies in between leaves it to the next server that takes it: then the log is
 * told once, and a mail that was handed over and not put away goes out twice, with the same number.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** Longer than a mail server may keep us waiting. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final int AT_ONCE = 16;
  static final int TRIES = 60;
  private static final int DOUBLINGS = 12;

  private final Controllers controllers;
  private final Subjects subjects;
  private final Mails mails;
  private final InstantSource clock;
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean open = true;
  private @Nullable Thread worker;

  public Outbox(Controllers controllers, Subjects subjects, Mails mails, InstantSource clock) {
    this.controllers = controllers;
    this.subjects = subjects;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * Begins to send.
   *
   * @param url what links in mail begin with
   */
  public void start(Post post, String url) {
    worker = Thread.ofVirtual().name("outbox").start(() -> run(post, url));
  }

  /** Something was put in. */
  void ring() {
    bell.release();
  }

  private void run(Post post, String url) {
    while (open) {
      boolean found = false;
      long wait = LOOK.toMillis();
      for (String controller : controllers.ids())
        try {
          List<Claim> claims = mails.claim(controller, AT_ONCE, LEASE);
          for (Claim claim : claims) if (open) send(claim, post, url);
          found |= !claims.isEmpty();
          wait = Math.min(wait, mails.millisToNext(controller).orElse(wait));
        } catch (RuntimeException e) {
          // Why no message: one may hold anything. What was taken comes back by itself.
          LOG.atError()
              .addKeyValue("controller", controller)
              .addKeyValue("what", e.getClass().getName())
              .log("the outbox stumbled");
        }
      if (!found) await(wait);
    }
  }

  private void await(long millis) {
    try {
      if (bell.tryAcquire(Math.max(millis, 10), TimeUnit.MILLISECONDS)) bell.drainPermits();
    } catch (InterruptedException e) {
      open = false;
      Thread.currentThread().interrupt();
    }
  }

  private void send(Claim claim, Post post, String url) {
    Controller controller = controllers.get(claim.controller());
    Optional<MailText> text = mails.open(claim).map(MailText::of);
    Optional<Person> person = text.flatMap(t -> subjects.person(claim.controller(), t.subject()));
    if (text.isEmpty() || person.isEmpty()) {
      // Why untold: who was erased has no place in the log any more.
      boolean unused = mails.end(claim, State.HELD_BACK);
      return;
    }
    Supplier<Optional<Mailing>> deciding =
        () ->
            Mailing.of(controller, subjects, text.get().subject(), claim.purpose(), clock.instant())
                .filter(Mailing::permitted);
    Optional<Mailing> mailing = deciding.get();
    if (mailing.isEmpty()) {
      end(claim, claim.left(), State.HELD_BACK, controller, person.get());
      return;
    }
    boolean left = claim.left();
    try (Delivery.Line line = post.delivery().open(mailing.get().address())) {
      // Why again: a line may take long to open, and she may have said no meanwhile.
      mailing = deciding.get();
      if (mailing.isEmpty()) {
        end(claim, left, State.HELD_BACK, controller, person.get());
        return;
      }
      Message message = message(claim, mailing.get(), text.get(), post, url);
      if (!mails.leave(claim, mailing.get().sent(person.get()), LEASE)) return;
      left = true;
      line.send(message);
      boolean unused = mails.end(claim, State.SENT);
    } catch (Undelivered e) {
      boolean never = e.forGood() || claim.tries() >= TRIES;
      LOG.atWarn()
          .addKeyValue("code", never ? "PRB-W042" : "PRB-W043")
          .addKeyValue("controller", claim.controller())
          .addKeyValue("mail", MailDoors.name(claim.mail()))
          .addKeyValue("tries", claim.tries())
          .addKeyValue("what", e.getMessage())
          .log(never ? "a mail was given up" : "a mail will be tried again");
      if (never) end(claim, left, State.GIVEN_UP, controller, person.get());
      else {
        boolean unused = mails.later(claim, backOff(claim.tries()));
      }
    }
  }

  private void end(Claim claim, boolean left, State state, Controller controller, Person person) {
    Draft told = Mailing.undone(controller, person, clock.instant(), state.word());
    boolean unused = left ? mails.end(claim, state, told) : mails.end(claim, state);
  }

  /** A second, and each time twice as long, up to an hour. */
  static Duration backOff(int tries) {
    Duration wait = Duration.ofSeconds(1L << Math.min(tries - 1, DOUBLINGS));
    return wait.compareTo(Duration.ofHours(1)) < 0 ? wait : Duration.ofHours(1);
  }

  private Message message(Claim claim, Mailing mailing, MailText text, Post post, String url) {
    String controller = claim.controller();
    boolean measured =
        !text.pixel().isEmpty()
            && Opening.of(mailing.controller(), subjects, text.subject(), clock.instant())
                .filter(Opening::permitted)
                .isPresent();
    String link =
        text.token().isEmpty() ? "" : url + "/unsubscribe/" + controller + "/" + text.token();
    return new Message(
        MailDoors.name(claim.mail()),
        post.from(),
        mailing.controller().source().header().controller(),
        mailing.address(),
        text.title(),
        text.text(),
        text.language(),
        link,
        instructions(mailing.controller(), text.language()),
        measured ? url + "/pixel/" + controller + "/" + text.pixel() : "",
        claim.sealedAt());
  }

  /** In the pack's own words, where it has some. */
  private static String instructions(Controller controller, String language) {
    for (Section own : controller.source().section("texts"))
      if (own.name().equals("opt-out-instructions")) {
        Optional<String> words = Form.of(own.node(), "a text", new ArrayList<>()).text(language);
        if (words.isPresent()) return words.get();
      }
    return Wording.INSTRUCTIONS.in(language);
  }

  /** Lets the mail at hand come to its end. */
  @Override
  public void close() {
    open = false;
    bell.release();
    if (worker == null) return;
    try {
      worker.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
