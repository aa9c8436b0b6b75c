// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Node;
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Who;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question as it was sent, and of whom. Where it names somebody, the server says what is known of
 * her, and when it is. Immutable.
 */
public record Asked(Node sent, Optional<Who> who) {
  static Asked of(Node sent, List<Fault> faults) {
    return new Asked(
        sent, sent instanceof Node.Fields fields ? who(fields, faults) : Optional.empty());
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

  /** The question as the pack's reader reads it, with what is held in the place of what is said. */
  Node with(Map<Who, Held> known, List<Fault> faults) {
    if (who.isEmpty() || !(sent instanceof Node.Fields fields)) return sent;
    Map<String, Node.Field> all = new LinkedHashMap<>(fields.fields());
    all.remove("subject");
    all.remove("device");
    Node.Field given = all.get("given");
    if (given != null) faults.add(notTheirs(given.key()));
    Held held = known.get(who.get());
    if (held == null) {
      faults.add(nobody(sent.where()));
      return sent;
    }
    Node facts = FactSheet.of(held).given(FactSheet.of(held.device()));
    all.put("given", new Node.Field(facts.where(), facts));
    return new Node.Fields(all, sent.where());
  }

  /** No earlier than what it sees, whatever this server's clock says. */
  Instant at(Map<Who, Held> known, Instant now) {
    return who.map(known::get)
        .map(Held::changed)
        .filter(changed -> changed.isAfter(now))
        .orElse(now);
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
