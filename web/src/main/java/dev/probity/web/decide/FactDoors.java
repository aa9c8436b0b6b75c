// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.Words;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.store.subject.Writing;
import dev.probity.store.subject.Written;
import dev.probity.store.token.Scope;
import dev.probity.web.json.Body;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doors at which staff and services keep what is found of people. Whom a request is about
 * stands in its body: addresses end up in logs. Safe for any number of threads.
 */
@RestController
public final class FactDoors {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Doorkeeper doorkeeper;
  private final Subjects subjects;
  private final InstantSource clock;

  public FactDoors(Doorkeeper doorkeeper, Subjects subjects, InstantSource clock) {
    this.doorkeeper = doorkeeper;
    this.subjects = subjects;
    this.clock = clock;
  }

  @PostMapping(path = "/v1/{controller}/subjects", consumes = JSON, produces = JSON)
  byte[] subjects(@PathVariable String controller, HttpServletRequest request) throws IOException {
    Sent sent = Sent.of(doorkeeper.admit(controller, Scope.RECORD, request), request);
    Map<String, String> knownAs = new LinkedHashMap<>();
    sent.form()
        .each(
            "known-as",
            (element, value) -> {
              sent.words().check("data", element, value.where());
              if (value instanceof Node.Text text && !text.plain() && !text.value().isBlank())
                knownAs.put(element, text.value());
              else sent.fault("PRB-N012", "an identifier is a text", "write it in quotes", value);
            });
    sent.check();
    return subjects
        .issue(controller, knownAs)
        .map(id -> MAPPER.writeValueAsBytes(Map.of("subject", id)))
        .orElseThrow(() -> Kind.TWO_PEOPLE.problem().refusal());
  }

  @PostMapping(path = "/v1/{controller}/facts", consumes = JSON, produces = JSON)
  byte[] facts(@PathVariable String controller, HttpServletRequest request) throws IOException {
    Sent sent = Sent.of(doorkeeper.admit(controller, Scope.RECORD, request), request);
    Who who = sent.who();
    Optional<Node> set = sent.facts("set", who);
    Optional<Node> add = sent.facts("add", who);
    if (set.isEmpty() && add.isEmpty())
      sent.fault("PRB-N011", "no fact is named", "write `add` or `set`", sent.form().node());
    sent.check();
    return MAPPER.writeValueAsBytes(
        changed(
            who,
            subjects.change(
                controller,
                who,
                (held, moment) -> {
                  FactSheet sheet = FactSheet.of(held);
                  set.ifPresent(facts -> sheet.set(facts, moment));
                  add.ifPresent(facts -> sheet.add(facts, moment));
                  if (sheet.tooLarge()) throw Kind.TOO_MUCH.problem().refusal();
                  return sent.writing(held, sheet, moment);
                })));
  }

  @PostMapping(path = "/v1/{controller}/facts/read", consumes = JSON, produces = JSON)
  byte[] read(@PathVariable String controller, HttpServletRequest request) throws IOException {
    Sent sent = Sent.of(doorkeeper.admit(controller, Scope.READ, request), request);
    Who who = sent.who();
    sent.check();
    Held held = subjects.held(controller, who).orElseThrow(() -> Kind.NOBODY.problem().refusal());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("subject", who.subject());
    answer.put("changed", held.changed().toString());
    answer.put("facts", FactSheet.of(who.device().isEmpty() ? held.own() : held.device()).plain());
    return MAPPER.writeValueAsBytes(answer);
  }

  /**
   * No token that may record can be kept from withdrawing: as easy as giving (Art. 7(3) GDPR). The
   * answer tells what follows, and with {@code preview} tells that alone, so that it can be said
   * before.
   */
  @PostMapping(path = "/v1/{controller}/withdrawals", consumes = JSON, produces = JSON)
  byte[] withdraw(@PathVariable String controller, HttpServletRequest request) throws IOException {
    Sent sent = Sent.of(doorkeeper.admit(controller, Scope.RECORD, request), request);
    Who who = sent.who();
    String consent = sent.form().required("consent");
    sent.words().check("consent", consent, sent.form().where("consent"));
    boolean preview = sent.form().flag("preview");
    Optional<Node> asserted = sent.form().get("asserted");
    sent.check();
    Who person = new Who(who.subject(), "");
    Held known =
        subjects.held(controller, person).orElseThrow(() -> Kind.NOBODY.problem().refusal());
    Instant now = clock.instant();
    Instant at = known.seen().isAfter(now) ? known.seen() : now;
    Consequences consequences =
        Consequences.of(
            sent.controller(), known, asserted, at, sheet -> sheet.withdraw(consent, at));
    Map<String, Object> answer = new LinkedHashMap<>();
    if (preview) answer.put("subject", person.subject());
    else
      answer.putAll(
          changed(
              person,
              subjects.change(
                  controller,
                  person,
                  (held, moment) -> {
                    FactSheet sheet = FactSheet.of(held);
                    sheet.withdraw(consent, moment);
                    return sent.writing(held, sheet, moment);
                  })));
    answer.put("consequences", consequences.tree());
    return MAPPER.writeValueAsBytes(answer);
  }

  private static Map<String, Object> changed(Who who, Optional<Written> change) {
    Written written = change.orElseThrow(() -> Kind.NOBODY.problem().refusal());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("subject", who.subject());
    answer.put("changed", written.moment().toString());
    written.entry().ifPresent(entry -> answer.put("entry", entry));
    return answer;
  }

  /** A body while it is read, with its complaints. */
  private record Sent(Controller controller, Form form, List<Fault> faults) {
    static Sent of(Controller controller, HttpServletRequest request) throws IOException {
      List<Fault> faults = new Complaints.Faults();
      return new Sent(controller, Form.of(Body.one(request), "the body", faults), faults);
    }

    /** The sheet as it is from now on, and what the log says of the change. */
    Writing writing(byte[] held, FactSheet sheet, Instant moment) {
      return new Writing(
          sheet.bytes(), List.of(), controller.entries(moment).of(FactSheet.of(held), sheet));
    }

    Words words() {
      return controller.words(faults);
    }

    void fault(String code, String sentence, String fix, Node at) {
      faults.add(new Fault(code, sentence, fix, at.where()));
    }

    Who who() {
      Who nobody = new Who("", "");
      boolean device = form.has("device");
      if (!form.has("subject") && !device) form.required("subject");
      return Asked.who(form.node(), faults).orElse(nobody);
    }

    /** Facts that the pack knows, of kinds that are held. */
    Optional<Node> facts(String key, Who who) {
      Optional<Form> named = form.form(key, "`" + key + "`");
      named.ifPresent(
          facts -> {
            Node.Fields node = facts.node();
            var kinds = who.device().isEmpty() ? FactSheet.KINDS : FactSheet.OF_A_DEVICE;
            node.fields()
                .forEach(
                    (kind, field) -> {
                      if (!kinds.contains(kind))
                        faults.add(
                            new Fault(
                                "PRB-N010",
                                "this is no kind of fact that is held here",
                                "use " + String.join(", ", kinds.stream().sorted().toList()),
                                field.key()));
                    });
            facts
                .form("choice", "`choice`")
                .ifPresent(choices -> choices.each((id, value) -> switched(id, value)));
            new AskReader(words(), Instant.EPOCH).check(node);
          });
      return named.map(Form::node);
    }

    private void switched(String choice, Node value) {
      if (controller.switches().containsKey(choice))
        fault(
            "PRB-W055",
            "this switch is the operator's",
            "keep it in the register `setting`",
            value);
    }

    void check() {
      form.done();
      Complaints.check(faults);
    }
  }
}
