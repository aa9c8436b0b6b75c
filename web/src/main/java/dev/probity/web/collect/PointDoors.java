// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.clause.ConsentRule;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.entry.Word;
import dev.probity.notice.pack.Point;
import dev.probity.notice.pack.Said;
import dev.probity.store.log.Ledgers;
import dev.probity.store.log.Once;
import dev.probity.store.subject.Subjects;
import dev.probity.store.token.Scope;
import dev.probity.web.decide.Controller;
import dev.probity.web.decide.Doorkeeper;
import dev.probity.web.decide.Requests;
import dev.probity.web.json.Body;
import dev.probity.web.problem.Kind;
import dev.probity.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collection points as services, devices and own pages post to them. What the pack does not declare
 * is refused, and stands in no answer and in no log. Safe for any number of threads.
 */
@RestController
public final class PointDoors {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Doorkeeper doorkeeper;
  private final Ledgers ledgers;
  private final Subjects subjects;
  private final InstantSource clock;

  public PointDoors(
      Doorkeeper doorkeeper, Ledgers ledgers, Subjects subjects, InstantSource clock) {
    this.doorkeeper = doorkeeper;
    this.ledgers = ledgers;
    this.subjects = subjects;
    this.clock = clock;
  }

  @GetMapping(path = "/v1/{controller}/points", produces = JSON)
  byte[] points(@PathVariable String controller, HttpServletRequest request) {
    Controller admitted = doorkeeper.admit(controller, Scope.COLLECT, request);
    var pack = Collecting.current(admitted, clock.instant());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("notice", pack.version());
    answer.put("points", admitted.points().values().stream().map(p -> tree(p, admitted)).toList());
    return MAPPER.writeValueAsBytes(answer);
  }

  private static Map<String, Object> tree(Point point, Controller controller) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("point", point.name());
    point.purpose().ifPresent(purpose -> tree.put("for", purpose));
    point.source().ifPresent(source -> tree.put("from", source));
    List<Object> fields = new ArrayList<>();
    point
        .fields()
        .forEach(
            (element, required) -> {
              Map<String, Object> field = new LinkedHashMap<>();
              field.put("element", element);
              field.put("required", required);
              field.put("label", Labels.of(element, point, controller.source()).byLanguage());
              Point.Choosing choosing = point.answers().get(element);
              if (choosing != null) field.put("answers", answers(choosing));
              fields.add(field);
            });
    tree.put("fields", fields);
    List<Object> asks = new ArrayList<>();
    point
        .asks()
        .forEach(
            (id, asking) -> {
              Map<String, Object> ask = new LinkedHashMap<>();
              ConsentRule rule = controller.source().pack().consents().get(id);
              ask.put("consent", id);
              if (rule != null) ask.put("level", rule.level().word());
              ask.put("asks", asking.asks().byLanguage());
              asks.add(ask);
            });
    tree.put("asks", asks);
    tree.put("when", point.when().stream().map(c -> c.text()).toList());
    words(tree, "says", point.says());
    words(tree, "shows", point.shows());
    words(tree, "confirms", point.confirms());
    tree.put("keeps", point.keeps());
    return tree;
  }

  private static Map<String, Object> answers(Point.Choosing choosing) {
    Map<String, Object> answers = new LinkedHashMap<>();
    choosing.answers().forEach((value, a) -> answers.put(value, a.says().byLanguage()));
    return answers;
  }

  private static void words(Map<String, Object> tree, String name, Said said) {
    if (!said.isEmpty()) tree.put(name, said.byLanguage());
  }

  @PostMapping(path = "/v1/{controller}/points/{point}", consumes = JSON, produces = JSON)
  ResponseEntity<byte[]> post(
      @PathVariable String controller, @PathVariable String point, HttpServletRequest request)
      throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.COLLECT, request);
    Point at =
        Optional.ofNullable(admitted.points().get(point))
            .orElseThrow(() -> Kind.NO_POINT.problem().refusal());
    byte[] sent = Body.oneAsSent(request);
    Posting posting = PostingReader.read(Body.prose(sent), admitted, at);
    Once once = once(request, admitted, at, sent);
    Optional<Once.Outcome> before =
        once == null ? Optional.empty() : ledgers.before(controller, once);
    Map<String, Object> answer =
        before.isPresent()
            ? again(before.get(), posting, admitted)
            : first(posting, new Collecting(admitted, at, subjects), once);
    String confirms = at.confirms().in("en");
    if (!confirms.isEmpty()) answer.put("confirms", confirms);
    return ResponseEntity.status(HttpStatus.CREATED).body(MAPPER.writeValueAsBytes(answer));
  }

  /** The same body at another point is another request. */
  private @Nullable Once once(
      HttpServletRequest request, Controller controller, Point point, byte[] sent) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes((point.name() + "\n").getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(sent);
    return Requests.once(request, "point", all.toByteArray(), controller.id(), subjects)
        .orElse(null);
  }

  private Map<String, Object> first(Posting posting, Collecting collecting, @Nullable Once once) {
    try {
      Collecting.Kept kept = collecting.take(posting, once);
      return answer(
          collecting.controller(),
          kept.written().subject(),
          posting.fields().keySet(),
          kept.written().entry().orElseThrow(),
          kept.acts());
    } catch (Collecting.Denied denied) {
      throw refusal(denied).refusal();
    } catch (Subjects.Repeated repeated) {
      return again(repeated.outcome(), posting, collecting.controller());
    }
  }

  private static Problem refusal(Collecting.Denied denied) {
    return Kind.REFUSED
        .problem()
        .with("effect", denied.decision().effect().name())
        .with("because", denied.decision().because())
        .with("remedies", denied.decision().remedies());
  }

  /** What it led to then; whom it was about, where what was sent says so. */
  private Map<String, Object> again(Once.Outcome before, Posting posting, Controller controller) {
    if (!(before instanceof Once.Outcome.Again(long index)))
      throw Kind.OTHER_BODY.problem().refusal();
    Optional<Entry> entry = EntryText.read(ledgers.of(controller.id()).receipt(index).entry());
    if (entry.isEmpty() || !(entry.get() instanceof Entry.Collected collected))
      throw Kind.OTHER_BODY.problem().refusal();
    String subject =
        posting
            .who()
            .map(who -> who.subject())
            .or(() -> subjects.find(controller.id(), Values.identifiers(posting.fields())))
            .orElse("");
    return answer(
        controller,
        subject,
        collected.values().keySet().stream().map(Word::text).toList(),
        index,
        List.of());
  }

  private Map<String, Object> answer(
      Controller controller,
      String subject,
      Collection<String> stored,
      long entry,
      List<String> acts) {
    Map<String, Object> answer = new LinkedHashMap<>();
    if (!subject.isEmpty()) answer.put("subject", subject);
    answer.put("stored", stored);
    answer.put("entry", entry);
    answer.put("receipt", ledgers.of(controller.id()).receipt(entry).toString());
    answer.put("acts", acts);
    return answer;
  }
}
