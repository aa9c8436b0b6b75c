// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.log.Draft;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import dev.probity.store.log.Ledgers;
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Kept;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.store.token.Scope;
import dev.probity.web.decide.Asked;
import dev.probity.web.decide.Complaints;
import dev.probity.web.decide.Controller;
import dev.probity.web.decide.Doorkeeper;
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
 * What is held of a person, as far as a purpose and a recipient may see it. Whoever reads protected
 * health information leaves an entry. Safe for any number of threads.
 */
@RestController
public final class RecordDoors {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final List<String> OF_THE_VIEW = List.of("for", "to");

  private final Doorkeeper doorkeeper;
  private final Ledgers ledgers;
  private final Subjects subjects;
  private final InstantSource clock;

  public RecordDoors(
      Doorkeeper doorkeeper, Ledgers ledgers, Subjects subjects, InstantSource clock) {
    this.doorkeeper = doorkeeper;
    this.ledgers = ledgers;
    this.subjects = subjects;
    this.clock = clock;
  }

  @PostMapping(path = "/v1/{controller}/records/read", consumes = JSON, produces = JSON)
  byte[] read(@PathVariable String controller, HttpServletRequest request) throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.READ, request);
    List<Fault> faults = new Complaints.Faults();
    Form form = Form.of(Body.one(request), "the body", faults);
    if (!form.has("subject")) form.required("subject");
    form.required("for");
    for (String key : List.of("to", "device", "asserted")) if (form.has(key)) form.get(key);
    form.done();
    Optional<Who> who = Asked.who(form.node(), faults);
    Complaints.check(faults);
    Who whom = who.orElseThrow();
    Map<Who, Held> known = subjects.held(controller, List.of(whom));
    List<Kept> values =
        subjects.values(controller, whom.subject()).orElseThrow(RecordDoors::nobody);
    Asked asked = asked(form.node(), whom);
    Question question = question(asked, known, admitted, faults);
    Seen seen = Seen.of(values, question, admitted, asked.decider(admitted, known));
    Map<String, Object> answer = seen.tree(whom.subject());
    if (!seen.health().isEmpty()) answer.put("entry", told(admitted, whom, question, seen));
    return JsonMapper.shared().writeValueAsBytes(answer);
  }

  private static RuntimeException nobody() {
    return Kind.NOBODY.problem().refusal();
  }

  /** What is asked about each value; the element in it is any. */
  private static Asked asked(Node.Fields body, Who who) {
    Map<String, Node.Field> ask = new LinkedHashMap<>();
    Node any = new Node.Text("contact", false, body.where());
    ask.put("view", new Node.Field(body.where(), any));
    Map<String, Node.Field> all = new LinkedHashMap<>(body.fields());
    for (String key : OF_THE_VIEW) if (all.containsKey(key)) ask.put(key, all.remove(key));
    all.put("ask", new Node.Field(body.where(), new Node.Fields(ask, body.where())));
    return new Asked(new Node.Fields(all, body.where()), Optional.of(who), Optional.empty());
  }

  private Question question(
      Asked asked, Map<Who, Held> known, Controller controller, List<Fault> faults) {
    Instant now = clock.instant();
    Node node = asked.with(controller, known, now, faults);
    Complaints.check(faults);
    Instant at = asked.at(known, now);
    Optional<Ask> read = new AskReader(controller.words(faults), at).file(node);
    Complaints.check(faults);
    if (read.orElse(null) instanceof Ask.View view) return view.question();
    throw new IllegalStateException("a view is a view");
  }

  private long told(Controller controller, Who whom, Question question, Seen seen) {
    Word purpose = new Word(question.term(Dimension.PURPOSE).orElse(""));
    Word role = new Word(question.term(Dimension.RECIPIENT).orElse(Offer.ROLE));
    List<Word> elements = seen.health().stream().map(Word::new).toList();
    Instant at = question.at();
    Draft draft =
        subjects
            .person(controller.id(), whom.subject())
            .orElseThrow(RecordDoors::nobody)
            .draft(
                (who, person) ->
                    new Entry.PhiRead(at, who, controller.pin(at), role, purpose, elements));
    return ledgers.of(controller.id()).append(List.of(draft)).first();
  }
}
