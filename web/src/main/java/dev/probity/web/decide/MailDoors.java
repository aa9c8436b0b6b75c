// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.answer.Trees;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import dev.probity.store.log.Once;
import dev.probity.store.mail.Letter;
import dev.probity.store.mail.Mails;
import dev.probity.store.mail.State;
import dev.probity.store.subject.Subjects;
import dev.probity.store.token.Scope;
import dev.probity.web.json.Body;
import dev.probity.web.mail.Wording;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door at which services write to people: a mail is kept where the notice lets it be sent, and
 * decided again when it leaves. Safe for any number of threads.
 */
@RestController
public final class MailDoors {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final int TITLE = 200;
  private static final Pattern NAME = Pattern.compile("mail_([0-7][0-9a-f]{15})");

  private final Doorkeeper doorkeeper;
  private final Subjects subjects;
  private final Mails mails;
  private final Outbox outbox;
  private final MailAllowed allowed;
  private final InstantSource clock;

  public MailDoors(
      Doorkeeper doorkeeper,
      Subjects subjects,
      Mails mails,
      Outbox outbox,
      MailAllowed allowed,
      InstantSource clock) {
    this.doorkeeper = doorkeeper;
    this.subjects = subjects;
    this.mails = mails;
    this.outbox = outbox;
    this.allowed = allowed;
    this.clock = clock;
  }

  /** Whether this server has a way for mail at all. */
  public record MailAllowed(boolean any) {}

  static String name(long mail) {
    return "mail_" + HexFormat.of().toHexDigits(mail);
  }

  @PostMapping(path = "/v1/{controller}/mail", consumes = JSON, produces = JSON)
  ResponseEntity<byte[]> mail(@PathVariable String controller, HttpServletRequest request)
      throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.MAIL, request);
    byte[] sent = Body.oneAsSent(request);
    Sent letter = Sent.of(Body.prose(sent), admitted);
    if (!allowed.any()) throw Kind.NO_MAIL.problem().refusal();
    Optional<Once> once = Requests.once(request, "mail", sent, controller, subjects);
    Optional<Mails.Outcome> before = once.flatMap(o -> mails.before(controller, o));
    return before.isPresent() ? answer(before.get(), Map.of()) : first(letter, admitted, once);
  }

  private ResponseEntity<byte[]> first(Sent sent, Controller controller, Optional<Once> once) {
    if (subjects.person(controller.id(), sent.subject()).isEmpty())
      throw Kind.NOBODY.problem().refusal();
    Instant now = clock.instant();
    Mailing mailing =
        Mailing.of(controller, subjects, sent.subject(), sent.purpose(), now)
            .orElseThrow(() -> Kind.NO_ADDRESS.problem().refusal());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("class", mailing.promotional() ? "promotional" : "service");
    tree.putAll(Trees.of(mailing.decision()));
    tree.put("cannot", mailing.cannot());
    Trees.labelled(tree, controller.source(), mailing.decision().because());
    if (!mailing.permitted()) return answer(200, State.HELD_BACK, tree);
    String token = mailing.promotional() ? mails.token() : "";
    String pixel = sent.measured() && measurable(controller, sent.subject()) ? mails.token() : "";
    if (sent.measured()) tree.put("measured", !pixel.isEmpty());
    MailText text =
        new MailText(sent.subject(), sent.title(), sent.text(), sent.language(), token, pixel);
    Letter letter =
        new Letter(
            sent.subject(), sent.purpose(), text.bytes(), token, pixel, sent.language(), now);
    Mails.Outcome outcome = mails.queue(controller.id(), letter, once);
    outbox.ring();
    return answer(outcome, tree);
  }

  private boolean measurable(Controller controller, String subject) {
    return Opening.of(controller, subjects, subject, clock.instant())
        .filter(Opening::permitted)
        .isPresent();
  }

  private static ResponseEntity<byte[]> answer(Mails.Outcome outcome, Map<String, Object> tree) {
    return switch (outcome) {
      case Mails.Outcome.Queued queued -> answer(202, queued.mail(), tree);
      case Mails.Outcome.Again again -> answer(202, again.mail(), Map.of());
      case Mails.Outcome.OtherBody other -> throw Kind.OTHER_BODY.problem().refusal();
      case Mails.Outcome.Nobody nobody -> throw Kind.NOBODY.problem().refusal();
    };
  }

  private static ResponseEntity<byte[]> answer(int status, long mail, Map<String, Object> tree) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("mail", name(mail));
    all.putAll(tree);
    return answer(status, State.QUEUED, all);
  }

  private static ResponseEntity<byte[]> answer(int status, State state, Map<String, Object> tree) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("state", state.word());
    all.putAll(tree);
    return ResponseEntity.status(status).body(JsonMapper.shared().writeValueAsBytes(all));
  }

  /** How far a mail is; what it said is nobody's to read any more. */
  @PostMapping(path = "/v1/{controller}/mail/read", consumes = JSON, produces = JSON)
  byte[] read(@PathVariable String controller, HttpServletRequest request) throws IOException {
    doorkeeper.admit(controller, Scope.MAIL, request);
    List<Fault> faults = new Complaints.Faults();
    Form form = Form.of(Body.one(request), "the body", faults);
    String name = form.required("mail");
    form.done();
    Complaints.check(faults);
    Matcher shape = NAME.matcher(name);
    if (!shape.matches()) throw Kind.NO_SUCH_MAIL.problem().refusal();
    State state =
        mails
            .state(controller, Long.parseLong(shape.group(1), 16))
            .orElseThrow(() -> Kind.NO_SUCH_MAIL.problem().refusal());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("mail", name);
    answer.put("state", state.word());
    return JsonMapper.shared().writeValueAsBytes(answer);
  }

  /** A mail as it was sent to us, in words that the pack knows and letters that mail can carry. */
  private record Sent(
      String subject,
      String purpose,
      String title,
      String text,
      String language,
      boolean measured) {
    static Sent of(Node body, Controller controller) {
      List<Fault> faults = new Complaints.Faults();
      Form form = Form.of(body, "the body", faults);
      String subject = form.required("subject");
      String purpose = form.required("for");
      controller.words(faults).check("purpose", purpose, form.where("for"));
      String title = form.required("title");
      // Why: a line's end within a header begins another.
      if (title.length() > TITLE
          || title.isBlank()
          || title.chars().anyMatch(Character::isISOControl))
        faults.add(wrong("a title is one line of 1 to 200 characters", form, "title"));
      String text = form.required("text").replace("\r\n", "\n");
      if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
        faults.add(wrong("a text has no control characters", form, "text"));
      String language = form.text("language", language(controller));
      if (!Wording.LANGUAGES.contains(language))
        faults.add(wrong("mail is in English or Swedish: `en` or `sv`", form, "language"));
      boolean measured = form.flag("measured");
      form.done();
      Complaints.check(faults);
      return new Sent(subject, purpose, title, text, language, measured);
    }

    private static Fault wrong(String sentence, Form form, String key) {
      return new Fault("PRB-N012", sentence, "correct `" + key + "`", form.where(key));
    }

    private static String language(Controller controller) {
      return controller.source().header().languages().stream()
          .filter(Wording.LANGUAGES::contains)
          .findFirst()
          .orElse("en");
    }

    @Override
    public String toString() {
      return "a mail";
    }
  }
}
