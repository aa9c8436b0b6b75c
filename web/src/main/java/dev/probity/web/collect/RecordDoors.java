// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.log.Appended;
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
    Asked asked = asked(form.node(), who.orElseThrow());
    return JsonMapper.shared().writeValueAsBytes(answer(asked, who.get(), admitted, faults));
  }

  /**
   * Decides, and where the log has to be told, does so if what was decided by is so still: nothing
   * is read of who was erased meanwhile, nor said of her behind that.
   */
  private Map<String, Object> answer(
      Asked asked, Who whom, Controller controller, List<Fault> faults) {
    while (true) {
      Map<Who, Held> known = subjects.held(controller.id(), List.of(whom));
      List<Kept> values =
          subjects.values(controller.id(), whom.subject()).orElseThrow(RecordDoors::nobody);
      Question question = question(asked, known, controller, faults);
      Seen seen = Seen.of(values, question, controller, asked.decider(controller, known));
      Map<String, Object> answer = seen.tree(whom.subject());
      if (seen.health().isEmpty()) return answer;
      Instant since =
          Optional.ofNullable(known.get(whom)).orElseThrow(RecordDoors::nobody).changed();
      Optional<Appended> told = told(controller, whom, question, seen, since);
      if (told.isEmpty()) continue;
      answer.put("entry", told.get().first());
      return answer;
    }
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

  private Optional<Appended> told(
      Controller controller, Who whom, Question question, Seen seen, Instant since) {
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
    return ledgers.append(
        controller.id(),
        List.of(draft),
        subjects.unchanged(controller.id(), whom.subject(), since));
  }
}
