// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.log.Log;
import dev.probity.notice.answer.Trees;
import dev.probity.store.log.Ledgers;
import dev.probity.store.log.Once;
import dev.probity.store.subject.Erasure;
import dev.probity.store.subject.Erasures;
import dev.probity.store.subject.Standing;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.store.token.Scope;
import dev.probity.web.json.Body;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door at which something is said to have happened to a person: the duties that answer it are
 * looked up with what is held of her, and of their acts those are done that this server can do. An
 * act that was not done is never among those that were. Safe for any number of threads.
 */
@RestController
public final class EventDoors {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String LIFTED = "lifted";
  private static final String STAFF = "staff";

  private final Doorkeeper doorkeeper;
  private final Ledgers ledgers;
  private final Subjects subjects;
  private final Erasures erasures;

  public EventDoors(Doorkeeper doorkeeper, Ledgers ledgers, Subjects subjects, Erasures erasures) {
    this.doorkeeper = doorkeeper;
    this.ledgers = ledgers;
    this.subjects = subjects;
    this.erasures = erasures;
  }

  @PostMapping(path = "/v1/{controller}/events", consumes = JSON, produces = JSON)
  byte[] events(@PathVariable String controller, HttpServletRequest request) throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.RECORD, request);
    byte[] sent = Body.oneAsSent(request);
    Optional<Once> once = Requests.once(request, "event", sent, admitted.id(), subjects);
    Happening happening = Happening.read(Body.read(sent), admitted);
    Optional<Once.Outcome> before = once.flatMap(o -> ledgers.before(admitted.id(), o));
    return MAPPER.writeValueAsBytes(
        before.isPresent()
            ? again(admitted, happening, before.get())
            : first(admitted, happening, once.orElse(null)));
  }

  private Map<String, Object> first(
      Controller controller, Happening happening, @Nullable Once once) {
    Who who = happening.who();
    try {
      return happening
          .event()
          .map(event -> happened(controller, happening, event, once))
          .or(() -> happening.act().map(act -> byStaff(controller, who, act, once)))
          .orElseGet(() -> lifted(controller, who, happening.lift().orElseThrow(), once));
    } catch (Subjects.Repeated repeated) {
      return again(controller, happening, repeated.outcome());
    }
  }

  /** What was done then; what is owed, by what is held now. */
  private Map<String, Object> again(
      Controller controller, Happening happening, Once.Outcome outcome) {
    if (!(outcome instanceof Once.Outcome.Again(long first)))
      throw Kind.OTHER_BODY.problem().refusal();
    Log log = ledgers.of(controller.id());
    long index = first;
    Entry.Acted acted = null;
    while (acted == null) {
      if (EntryText.read(log.receipt(index).entry()).orElseThrow() instanceof Entry.Acted found)
        acted = found;
      else index++;
    }
    List<String> done = Acts.texts(acted.acts());
    Who who = happening.who();
    if (happening.event().isEmpty())
      return done(controller, who, done.getFirst(), Optional.of(index));
    Standing standing =
        erasures
            .standing(controller.id(), who.subject())
            .orElseThrow(() -> Kind.NOBODY.problem().refusal());
    FactSheet sheet = FactSheet.of(standing.sheet());
    Acts acts = acts(happening.event().get(), controller, sheet, standing.moment());
    Map<String, Object> whyNot = acts.erases() ? stays(controller, acts, standing) : Map.of();
    return answer(controller, who, acts, done, whyNot, Optional.of(index));
  }

  /** By what registers hold when it is asked, each time it is. */
  private Acts acts(String event, Controller controller, FactSheet sheet, Instant moment) {
    return Acts.on(
        event, controller, sheet, subjects.registers().standing(controller.id()), moment);
  }

  /** Why she may not be erased; empty where she may. */
  private static Map<String, Object> stays(Controller controller, Acts acts, Standing standing) {
    return Retaining.of(controller, acts.question().facts(), standing.values(), standing.moment())
        .map(ground -> Map.<String, Object>of("stays", ground.tree()))
        .orElse(Map.of());
  }

  /** Why somebody was not erased although that is among the acts. */
  private static final class NotErased extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Map<String, Object> why;

    NotErased(Map<String, Object> why) {
      super(null, null, false, false);
      this.why = why;
    }
  }

  private Map<String, Object> happened(
      Controller controller, Happening happening, String event, @Nullable Once once) {
    Who who = happening.who();
    AtomicReference<Acts> last = new AtomicReference<>();
    try {
      Erasure erasure =
          erasures
              .erase(
                  controller.id(),
                  who.subject(),
                  standing -> {
                    FactSheet sheet = FactSheet.of(standing.sheet());
                    Acts acts = acts(event, controller, sheet, standing.moment());
                    if (!acts.erases()) throw new NotErased(Map.of());
                    Map<String, Object> stays = stays(controller, acts, standing);
                    if (!stays.isEmpty()) throw new NotErased(stays);
                    last.set(acts);
                    return Erasing.order(controller, standing, event, acts.doneByErasing());
                  })
              .orElseThrow(() -> Kind.NOBODY.problem().refusal());
      return erased(controller, who, event, Optional.ofNullable(last.get()), erasure);
    } catch (NotErased kept) {
      return changed(controller, happening, event, kept.why, once);
    }
  }

  private Map<String, Object> erased(
      Controller controller, Who who, String event, Optional<Acts> acts, Erasure erasure) {
    Map<String, Object> answer = head(who, event);
    List<String> done = new ArrayList<>(acts.map(Acts::doneByErasing).orElse(List.of()));
    done.add(Acts.ERASE);
    // Why nothing more where she was erased before: nobody knows any more what was owed to her.
    acts.ifPresentOrElse(
        a -> answer.putAll(a.tree(done, Map.of())),
        () -> {
          answer.put("because", List.of());
          answer.put("done", done);
          answer.put("owed", List.of());
        });
    answer.put("due", acts.map(a -> Trees.of(a.duties()).get("due")).orElse(Map.of()));
    answer.put("erasure", Erasing.tree(ledgers.of(controller.id()), erasure));
    return answer;
  }

  private Map<String, Object> changed(
      Controller controller,
      Happening happening,
      String event,
      Map<String, Object> whyNot,
      @Nullable Once once) {
    Who who = happening.who();
    AtomicReference<Acts> last = new AtomicReference<>();
    List<String> done = new ArrayList<>();
    Optional<Long> entry =
        new Doing(subjects, controller, who, once)
            .say(
                at -> {
                  Acts acts = acts(event, controller, at.sheet(), at.moment());
                  done.clear();
                  done.addAll(acts.doTo(at.sheet(), controller, happening.consent()));
                  last.set(acts);
                  return new Doing.Did(event, done);
                });
    return answer(controller, who, last.get(), done, whyNot, entry);
  }

  private Map<String, Object> answer(
      Controller controller,
      Who who,
      Acts acts,
      List<String> done,
      Map<String, Object> whyNot,
      Optional<Long> entry) {
    Map<String, Object> answer = head(who, acts.event());
    answer.putAll(acts.tree(done, whyNot));
    answer.put("due", Trees.of(acts.duties()).get("due"));
    entry.ifPresent(index -> receipt(controller, index, answer));
    return answer;
  }

  private Map<String, Object> byStaff(
      Controller controller, Who who, String act, @Nullable Once once) {
    Optional<Long> entry =
        new Doing(subjects, controller, who, once)
            .say(
                at -> {
                  if (!act.equals("deactivate")) at.sheet().limit(act, Set.of(STAFF));
                  at.sheet().mark(Acts.STATES.getOrDefault(act, act));
                  return new Doing.Did(STAFF, List.of(act));
                });
    return done(controller, who, act, entry);
  }

  private Map<String, Object> lifted(
      Controller controller, Who who, String act, @Nullable Once once) {
    Optional<Long> entry =
        new Doing(subjects, controller, who, once)
            .say(
                at -> {
                  boolean there = at.sheet().lift(act);
                  there |= at.sheet().unmark(Acts.STATES.getOrDefault(act, act));
                  if (!there) throw Kind.NO_LIMIT.problem().refusal();
                  return new Doing.Did(LIFTED, List.of(act));
                });
    return done(controller, who, act, entry);
  }

  private Map<String, Object> done(
      Controller controller, Who who, String act, Optional<Long> entry) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("subject", who.subject());
    answer.put("done", List.of(act));
    entry.ifPresent(index -> receipt(controller, index, answer));
    return answer;
  }

  private void receipt(Controller controller, long index, Map<String, Object> answer) {
    answer.put("entry", index);
    answer.put("receipt", ledgers.of(controller.id()).receipt(index).toString());
  }

  private static Map<String, Object> head(Who who, String event) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("subject", who.subject());
    answer.put("event", event);
    return answer;
  }
}
