// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.decide.Decision;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.store.log.Along;
import dev.probity.store.log.Ledgers;
import dev.probity.store.log.Once;
import dev.probity.store.subject.Person;
import dev.probity.store.subject.Subjects;
import dev.probity.store.token.Scope;
import dev.probity.web.json.Body;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door that gives data out: it decides about each element, writes what it releases into the
 * log, and answers only then (45 CFR 164.528). Safe for any number of threads.
 */
@RestController
public final class Disclosures {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final Doorkeeper doorkeeper;
  private final Ledgers ledgers;
  private final Subjects subjects;
  private final InstantSource clock;

  public Disclosures(
      Doorkeeper doorkeeper, Ledgers ledgers, Subjects subjects, InstantSource clock) {
    this.doorkeeper = doorkeeper;
    this.ledgers = ledgers;
    this.subjects = subjects;
    this.clock = clock;
  }

  @PostMapping(path = "/v1/{controller}/disclosures", consumes = JSON, produces = JSON)
  ResponseEntity<byte[]> disclose(@PathVariable String controller, HttpServletRequest request)
      throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.DISCLOSE, request);
    byte[] sent = Body.oneAsSent(request);
    Optional<Once> once = Requests.once(request, "disclosure", sent, controller, subjects);
    Optional<Once.Outcome> before = once.flatMap(o -> ledgers.before(controller, o));
    Map<String, Object> answer =
        before.isPresent() ? answer(before.get(), sent, admitted) : first(sent, admitted, once);
    return ResponseEntity.ok(JsonMapper.shared().writeValueAsBytes(answer));
  }

  private Disclosure read(byte[] sent, Controller controller) {
    return Disclosure.read(Body.read(sent), controller, subjects, clock.instant());
  }

  /**
   * Decides, and appends if what was decided by is so still: an answer that was read before an
   * erasure or a withdrawal does not stand in the log behind it.
   */
  private Map<String, Object> first(byte[] sent, Controller controller, Optional<Once> once) {
    while (true) {
      Disclosure asked = read(sent, controller);
      Map<String, Decision> decisions = asked.decisions();
      Map<String, Decision> permitted = new LinkedHashMap<>(decisions);
      permitted.values().removeIf(decision -> !decision.permits());
      if (permitted.isEmpty()) return tree(asked, decisions, Set.of());
      Optional<Once.Outcome> outcome = appended(asked, permitted, once);
      if (outcome.isEmpty()) continue;
      return switch (outcome.get()) {
        case Once.Outcome.Fresh fresh ->
            recorded(tree(asked, decisions, permitted.keySet()), asked, fresh.appended().first());
        case Once.Outcome.Again again -> again(asked, again.index());
        case Once.Outcome.OtherBody other -> throw Kind.OTHER_BODY.problem().refusal();
      };
    }
  }

  private Optional<Once.Outcome> appended(
      Disclosure asked, Map<String, Decision> permitted, Optional<Once> once) {
    String controller = asked.controller().id();
    List<Draft> draft = List.of(asked.draft(permitted, person(asked)));
    Along unchanged = subjects.unchanged(controller, asked.subject(), asked.seen());
    return once.isPresent()
        ? ledgers.append(controller, draft, once.get(), unchanged)
        : ledgers.append(controller, draft, unchanged).map(Once.Outcome.Fresh::new);
  }

  private Map<String, Object> answer(Once.Outcome before, byte[] sent, Controller controller) {
    if (!(before instanceof Once.Outcome.Again(long index)))
      throw Kind.OTHER_BODY.problem().refusal();
    return again(read(sent, controller), index);
  }

  /** What was given out then and may be given out still; a withdrawal since then counts. */
  private Map<String, Object> again(Disclosure asked, long index) {
    Entry.Disclosed entry = entry(asked.controller().id(), index);
    Map<String, Decision> decisions = asked.decisions();
    Set<String> still = asked.among(entry, person(asked));
    decisions.forEach(
        (element, decision) -> {
          if (!decision.permits()) still.remove(element);
        });
    return recorded(tree(asked, decisions, still), asked, index);
  }

  private Person person(Disclosure asked) {
    return subjects
        .person(asked.controller().id(), asked.subject())
        .orElseThrow(() -> Kind.NOBODY.problem().refusal());
  }

  private Entry.Disclosed entry(String controller, long index) {
    Optional<Entry> entry = EntryText.read(ledgers.of(controller).receipt(index).entry());
    if (entry.isPresent() && entry.get() instanceof Entry.Disclosed disclosed) return disclosed;
    throw new IllegalStateException("a request led to another entry than a disclosure");
  }

  private static Map<String, Object> tree(
      Disclosure asked, Map<String, Decision> decisions, Set<String> permitted) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Map<String, String> released = new LinkedHashMap<>();
    Map<String, List<String>> withheld = new TreeMap<>();
    Set<String> acts = new TreeSet<>();
    decisions.forEach(
        (element, decision) -> {
          if (!permitted.contains(element)) {
            withheld.put(element, decision.because());
            return;
          }
          released.put(element, asked.record().getOrDefault(element, ""));
          acts.addAll(decision.acts());
        });
    tree.put("released", released);
    tree.put("withheld", withheld);
    tree.put("acts", acts);
    List<Map<String, Object>> uncounted = withheld.isEmpty() ? List.of() : asked.apart();
    if (!uncounted.isEmpty()) tree.put("uncounted", uncounted);
    return tree;
  }

  private Map<String, Object> recorded(Map<String, Object> tree, Disclosure asked, long index) {
    Receipt receipt = ledgers.of(asked.controller().id()).receipt(index);
    tree.put("entry", index);
    tree.put("receipt", receipt.toString());
    return tree;
  }
}
