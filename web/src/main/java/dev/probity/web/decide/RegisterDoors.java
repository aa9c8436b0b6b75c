// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.Word;
import dev.probity.notice.register.Filed;
import dev.probity.notice.register.Reckoning;
import dev.probity.store.register.Paper;
import dev.probity.store.register.Registered;
import dev.probity.store.register.Registers;
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.store.subject.Writing;
import dev.probity.store.subject.Written;
import dev.probity.store.token.Scope;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The doors at which documents are kept, ended and read: those of a person with her own facts,
 * those about nobody in registers of the controller. What each kind must have is data of the law.
 * Safe for any number of threads.
 */
@RestController
public final class RegisterDoors {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final String DOOR = "/v1/{controller}/registers/{register}";
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String KEPT = "kept";
  private static final String ENDED = "ended";

  private final Doorkeeper doorkeeper;
  private final Subjects subjects;
  private final InstantSource clock;

  public RegisterDoors(Doorkeeper doorkeeper, Subjects subjects, InstantSource clock) {
    this.doorkeeper = doorkeeper;
    this.subjects = subjects;
    this.clock = clock;
  }

  @PostMapping(path = DOOR, consumes = JSON, produces = JSON)
  byte[] keep(
      @PathVariable String controller, @PathVariable String register, HttpServletRequest request)
      throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.RECORD, request);
    Document sent = Document.kept(admitted, register, subjects, request);
    Step step =
        sent.person()
            .map(who -> own(admitted, who, (sheet, moment) -> file(sheet, sent, moment)))
            .orElseGet(() -> common(admitted, sent, KEPT));
    Map<String, Object> answer = answer(sent, KEPT, step);
    answer.put("lacks", Uncounted.trees(Reckoning.lacking(sent.filed())));
    return MAPPER.writeValueAsBytes(answer);
  }

  @PostMapping(path = DOOR + "/end", consumes = JSON, produces = JSON)
  byte[] end(
      @PathVariable String controller, @PathVariable String register, HttpServletRequest request)
      throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.RECORD, request);
    Document sent = Document.named(admitted, register, request);
    Step step =
        sent.person()
            .map(who -> own(admitted, who, (sheet, moment) -> end(sheet, sent, moment)))
            .orElseGet(() -> common(admitted, sent, ENDED));
    return MAPPER.writeValueAsBytes(answer(sent, ENDED, step));
  }

  /** When something was done, and where the log says so. */
  private record Step(Instant moment, OptionalLong entry) {}

  private interface Change {
    void on(FactSheet sheet, Instant moment);
  }

  private Step own(Controller controller, Who who, Change change) {
    Written written =
        subjects
            .change(
                controller.id(),
                who,
                (held, moment) -> {
                  FactSheet sheet = FactSheet.of(held);
                  change.on(sheet, moment);
                  if (sheet.tooLarge()) throw Kind.TOO_MUCH.problem().refusal();
                  return new Writing(
                      sheet.bytes(),
                      List.of(),
                      controller.entries(moment).of(FactSheet.of(held), sheet));
                })
            .orElseThrow(() -> Kind.NOBODY.problem().refusal());
    return new Step(written.moment(), written.entry());
  }

  private static void file(FactSheet sheet, Document sent, Instant moment) {
    boolean ended =
        sheet.paper(sent.register(), sent.number()).filter(p -> p.has(ENDED)).isPresent();
    if (ended) throw Kind.NUMBER_USED.problem().refusal();
    sheet.file(sent.register(), sent.number(), MAPPER.readTree(sent.elements()), moment);
  }

  private static void end(FactSheet sheet, Document sent, Instant moment) {
    ObjectNode paper =
        sheet
            .paper(sent.register(), sent.number())
            .orElseThrow(() -> Kind.NO_DOCUMENT.problem().refusal());
    if (!paper.has(ENDED)) paper.put(ENDED, moment.toString());
  }

  private Step common(Controller controller, Document sent, String step) {
    Optional<Instant> gone =
        paper(subjects.registers().standing(controller.id()), sent).map(Paper::ended);
    if (step.equals(ENDED) && gone.isPresent()) return new Step(gone.get(), OptionalLong.empty());
    Registers.Kept kept =
        subjects
            .registers()
            .change(
                controller.id(),
                (before, moment) ->
                    new Registers.Written(
                        step.equals(KEPT)
                            ? fresh(before, sent, moment)
                            : ended(before, sent, moment),
                        document ->
                            new Entry.RegisterKept(
                                moment,
                                controller.pin(moment),
                                new Word(sent.register()),
                                new Word(step),
                                document)));
    return new Step(kept.moment(), OptionalLong.of(kept.entry()));
  }

  private static Optional<Paper> paper(Registered registered, Document sent) {
    return registered.paper(sent.register(), sent.number());
  }

  private static Paper fresh(Registered before, Document sent, Instant moment) {
    if (paper(before, sent).filter(p -> p.ended() != null).isPresent())
      throw Kind.NUMBER_USED.problem().refusal();
    return new Paper(sent.register(), sent.number(), moment, null, sent.elements());
  }

  private static Paper ended(Registered before, Document sent, Instant moment) {
    Paper paper = paper(before, sent).orElseThrow(() -> Kind.NO_DOCUMENT.problem().refusal());
    Instant ended = paper.ended() == null ? moment : paper.ended();
    return new Paper(paper.register(), paper.number(), paper.kept(), ended, paper.elements());
  }

  private static Map<String, Object> answer(Document sent, String what, Step step) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("register", sent.register());
    answer.put("document", sent.number());
    answer.put(what, step.moment().toString());
    step.entry().ifPresent(entry -> answer.put("entry", entry));
    return answer;
  }

  @PostMapping(path = DOOR + "/read", consumes = JSON, produces = JSON)
  byte[] read(
      @PathVariable String controller, @PathVariable String register, HttpServletRequest request)
      throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.READ, request);
    Document sent = Document.any(admitted, register, request);
    Filings filings = new Filings(admitted);
    List<Map<String, Object>> documents = new ArrayList<>();
    if (sent.person().isPresent()) {
      Who who = sent.person().get();
      Held held = subjects.held(controller, who).orElseThrow(() -> Kind.NOBODY.problem().refusal());
      for (ObjectNode paper : FactSheet.of(held.own()).papers())
        filings
            .filed(paper)
            .filter(sent::asksFor)
            .ifPresent(
                f -> documents.add(tree(f, paper.path(KEPT).asString(""), paper.path("elements"))));
    } else
      for (Paper paper : subjects.registers().standing(controller).papers())
        filings
            .filed(paper)
            .filter(sent::asksFor)
            .ifPresent(
                f ->
                    documents.add(
                        tree(f, paper.kept().toString(), MAPPER.readTree(paper.elements()))));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("register", register);
    answer.put("documents", documents);
    String serves = sent.kind().serves();
    if (!serves.isEmpty() && sent.person().isEmpty())
      answer.put("open", new Needs(admitted).open(serves, subjects, clock.instant()));
    return MAPPER.writeValueAsBytes(answer);
  }

  private static Map<String, Object> tree(Filed filed, String kept, JsonNode elements) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("document", filed.number());
    tree.put(KEPT, kept);
    @Nullable Instant ended = filed.ended();
    if (ended != null) tree.put(ENDED, ended.toString());
    tree.put("elements", elements);
    tree.put("lacks", Uncounted.trees(Reckoning.lacking(filed)));
    return tree;
  }
}
