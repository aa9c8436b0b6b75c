// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.PackPin;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.log.Draft;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Kept;
import dev.probity.store.subject.Person;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.web.json.Body;
import dev.probity.web.mail.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a mail for a purpose may be sent to a person now: by the pack, by what is held of her,
 * and by what this mailer can do. Asked before a mail is kept and again before it leaves.
 * Immutable.
 *
 * @param address that mail can be sent to
 * @param promotional whether it is to sell something, or such that it says how to stop it
 * @param cannot acts that go with the answer and that this mailer cannot do, so that it is a no
 */
record Mailing(
    Controller controller,
    String purpose,
    String address,
    Question question,
    Decision decision,
    boolean promotional,
    WaysOut ways,
    Set<String> cannot) {
  private static final String INSTRUCTIONS = "carry:opt-out-instructions";
  private static final Set<String> ACTS = Set.of("record", INSTRUCTIONS);

  /** Nothing where no address is held, or none that mail can be sent to. */
  static Optional<Mailing> of(
      Controller controller, Subjects subjects, String subject, String purpose, Instant now) {
    // Why before the facts: what is decided must not be older than what is sent to.
    Optional<Kept> held = newest(subjects.values(controller.id(), subject).orElse(List.of()));
    Optional<String> address = held.map(Kept::value).flatMap(Message::address);
    if (address.isEmpty()) return Optional.empty();
    return question(controller, subjects, subject, purpose, held.orElseThrow(), now)
        .map(question -> judged(controller, purpose, address.get(), question));
  }

  private static Mailing judged(
      Controller controller, String purpose, String address, Question question) {
    Decision decision = controller.engine().decide(question);
    WaysOut ways = WaysOut.of(controller.source(), purpose);
    boolean promotional =
        WaysOut.promotional(
                purpose, controller.source().pack().vocabulary().tree(Dimension.PURPOSE))
            || decision.acts().contains(INSTRUCTIONS);
    Set<String> cannot = new TreeSet<>(decision.acts());
    cannot.removeAll(ACTS);
    // Why: what cannot be stopped is not begun, whether or not the pack asks for the words.
    if (promotional && ways.isEmpty()) cannot.add(INSTRUCTIONS);
    return new Mailing(controller, purpose, address, question, decision, promotional, ways, cannot);
  }

  private static Optional<Kept> newest(List<Kept> values) {
    return values.stream()
        .filter(kept -> kept.origin().element().equals(WaysOut.ADDRESS))
        .reduce((older, newer) -> newer);
  }

  /** Nothing where the pack no longer knows a word of it. */
  private static Optional<Question> question(
      Controller controller,
      Subjects subjects,
      String subject,
      String purpose,
      Kept address,
      Instant now) {
    Map<String, Object> ask = new LinkedHashMap<>();
    ask.put(WaysOut.ACTION, WaysOut.ADDRESS);
    ask.put("for", purpose);
    if (!address.origin().source().isEmpty()) ask.put("from", address.origin().source());
    byte[] json = JsonMapper.shared().writeValueAsBytes(Map.of("subject", subject, "ask", ask));
    List<Fault> faults = new Complaints.Faults();
    Asked asked = Asked.of(Body.kept(json, "mail"), faults);
    Map<Who, Held> known = subjects.held(controller.id(), asked.who().stream().toList());
    Optional<Ask> read =
        new AskReader(controller.words(faults), asked.at(known, now))
            .file(asked.with(controller, known, now, faults));
    if (!faults.isEmpty() || read.isEmpty() || !(read.get() instanceof Ask.Decide(Question it)))
      return Optional.empty();
    return Optional.of(pinned(it, address.origin().pack(), controller));
  }

  /** By the version that the address came in under, unless the person's facts say which. */
  private static Question pinned(Question question, String pack, Controller controller) {
    if (question.pinned() != null) return question;
    return controller.source().history().versions().stream()
        .filter(p -> pack.startsWith(p.id() + "@" + p.version() + "#"))
        .findFirst()
        .map(p -> question.withPinned(p.version()))
        .orElse(question);
  }

  boolean permitted() {
    return decision.permits() && cannot.isEmpty();
  }

  /** What the log says of it once it leaves. */
  Draft sent(Person person) {
    List<Word> clauses = Acts.words(decision.because());
    return person.draft(
        (who, keys) -> new Entry.MailSent(question.at(), who, pack(), new Word(purpose), clauses));
  }

  private PackPin pack() {
    return new PackPin(decision.pack());
  }

  /** What the log says where it did not leave after all, or nobody took it. */
  static Draft undone(Controller controller, Person person, Instant at, String outcome) {
    return person.draft(
        (who, keys) ->
            new Entry.Acted(
                at, who, controller.pin(at), new Word("mail-sent"), List.of(new Word(outcome))));
  }

  @Override
  public String toString() {
    return "a mail for " + purpose;
  }
}
