// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.register.Standing;
import dev.probity.notice.yaml.Node;
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Who;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A question as it was sent, of whom, and who acts for her. Where it names somebody, the server
 * says what is known of her, and when it is. Immutable.
 *
 * @param actor by her id too; nobody where the person acts herself, or it does not matter
 */
public record Asked(Node sent, Optional<Who> who, Optional<Who> actor) {
  private static final Where HELD = Where.file(FactSheet.FILE);

  static Asked of(Node sent, List<Fault> faults) {
    if (!(sent instanceof Node.Fields fields))
      return new Asked(sent, Optional.empty(), Optional.empty());
    Optional<Who> who = who(fields, faults);
    Optional<Who> actor =
        who.isPresent() && fields.fields().containsKey("actor")
            ? Optional.of(new Who(text(fields, "actor", faults), ""))
            : Optional.empty();
    return new Asked(sent, who, actor);
  }

  /** Whom fields name as {@code subject} and {@code device}. */
  public static Optional<Who> who(Node.Fields fields, List<Fault> faults) {
    if (!fields.fields().containsKey("subject") && !fields.fields().containsKey("device"))
      return Optional.empty();
    String subject = text(fields, "subject", faults);
    String device = fields.fields().containsKey("device") ? text(fields, "device", faults) : "";
    return Optional.of(new Who(subject, device));
  }

  private static String text(Node.Fields fields, String key, List<Fault> faults) {
    Node.Field field = fields.fields().get(key);
    if (field != null
        && field.value() instanceof Node.Text text
        && !text.plain()
        && !text.value().isBlank()) return text.value();
    faults.add(
        new Fault(
            field == null ? "PRB-N011" : "PRB-N012",
            "whom this is about is not said",
            "write the id that /subjects answered as `\"subject\": \"sub_...\"`; with `device`, any"
                + " text of your own that is not empty",
            field == null ? fields.where() : field.value().where()));
    return "";
  }

  /** Everybody who has to be looked up. */
  public List<Who> all() {
    return Stream.concat(who.stream(), actor.stream()).toList();
  }

  /** The question as the pack's reader reads it, with what is held in the place of what is said. */
  public Node with(Controller controller, Map<Who, Held> known, Instant now, List<Fault> faults) {
    if (who.isEmpty() || !(sent instanceof Node.Fields fields)) return sent;
    Node.Field given = fields.fields().get("given");
    if (given != null) faults.add(notTheirs(given.key()));
    if (!known.keySet().containsAll(all())) {
      faults.add(nobody(sent.where()));
      return sent;
    }
    return with(fields, facts(known).under(standing(controller, known, now).facts()));
  }

  /** What the documents in registers say to this question, where it names somebody we hold. */
  Standing standing(Controller controller, Map<Who, Held> known, Instant now) {
    Held held = who.map(known::get).orElse(null);
    if (held == null || !(sent instanceof Node.Fields fields))
      return new Standing(new Node.Fields(Map.of(), HELD), Map.of());
    return new Filings(controller)
        .standing(
            fields,
            FactSheet.of(held),
            held.registers(),
            actor.map(Who::subject).orElse(""),
            at(known, now));
  }

  /** What decides it, where the person and her device may have chosen otherwise. */
  public Decider decider(Controller controller, Map<Who, Held> known) {
    Held held = who.map(known::get).orElse(null);
    return held == null
        ? controller.engine()
        : Stricter.of(controller.engine(), FactSheet.of(held), FactSheet.of(held.device()));
  }

  /** The question with these facts, whatever is held. */
  static Node with(Node.Fields sent, Node.Fields facts) {
    Map<String, Node.Field> all = new LinkedHashMap<>(sent.fields());
    List.of("subject", "device", "actor").forEach(all::remove);
    all.put("given", new Node.Field(facts.where(), facts));
    return new Node.Fields(all, sent.where());
  }

  /** What is held of the person, and of who acts for her how old he is. */
  Node.Fields facts(Map<Who, Held> known) {
    Held held = who.map(known::get).orElseThrow();
    FactSheet own = FactSheet.of(held);
    actor
        .map(known::get)
        .ifPresent(acting -> own.acting(FactSheet.of(acting.own()).facts().path("age")));
    return own.given(FactSheet.of(held.device()));
  }

  /** No earlier than what it sees, whatever this server's clock says. */
  public Instant at(Map<Who, Held> known, Instant now) {
    Instant at = now;
    for (Who one : all()) {
      Held held = known.get(one);
      if (held != null && held.seen().isAfter(at)) at = held.seen();
    }
    return at;
  }

  static Fault nobody(Where where) {
    return new Fault(
        "PRB-W015",
        "this is nobody of this controller",
        "ask /subjects for the person's id",
        where);
  }

  private static Fault notTheirs(Where where) {
    return new Fault(
        "PRB-W016",
        "what is known of a person here is not the caller's to say",
        "leave `given` out; record facts at /facts, and claim a region, a role, a channel or a"
            + " document's id under `asserted`",
        where);
  }
}
