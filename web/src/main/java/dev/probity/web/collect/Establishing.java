// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.fault.Where;
import dev.probity.kernel.question.Band;
import dev.probity.notice.pack.Moments;
import dev.probity.notice.pack.Point;
import dev.probity.web.decide.Controller;
import dev.probity.web.decide.FactSheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a posting itself shows, besides the values in it. Used for one posting. */
record Establishing(Controller controller, Point point, Instant moment) {
  /** Lays it over what is held. */
  void on(FactSheet facts, Posting posting) {
    ObjectNode more = JsonNodeFactory.instance.objectNode();
    ArrayNode consents = JsonNodeFactory.instance.arrayNode();
    if (Collecting.isOwn(point, controller)) {
      implied(facts, consents);
      handedOver(consents);
    }
    posting
        .consents()
        .forEach(
            (id, level) -> {
              if (!posting.open() || !answered(facts, id)) consents.add(agreed(id, level));
            });
    if (!consents.isEmpty()) more.set("consent", consents);
    chosen(facts, posting, more);
    if (!posting.notice().isEmpty())
      more.putArray("notice").addObject().put("what", "presented").put("version", posting.notice());
    attested(posting, more);
    ages(facts, posting.ages(), more);
    if (!facts.facts().has("pinned"))
      more.put("pinned", Collecting.current(controller, moment).version());
    facts.add(more, moment);
  }

  /** An open form, which may be anybody's, changes no choice that was made. */
  private static void chosen(FactSheet facts, Posting posting, ObjectNode more) {
    ObjectNode choices = JsonNodeFactory.instance.objectNode();
    JsonNode made = facts.facts().path("choice");
    posting
        .choices()
        .forEach(
            (id, value) -> {
              if (!posting.open() || !made.has(id)) choices.put(id, value);
            });
    if (!choices.isEmpty()) more.set("choice", choices);
  }

  /** What somebody agrees to by using what is offered, once for each version of the notice. */
  private void implied(FactSheet facts, ArrayNode consents) {
    Pack pack = Collecting.current(controller, moment);
    pack.consents()
        .forEach(
            (id, rule) -> {
              if (rule.level() == ConsentLevel.IMPLIED && !held(facts, id, pack.inForce()))
                consents
                    .addObject()
                    .put("id", id)
                    .put("level", ConsentLevel.IMPLIED.word())
                    .put("from", moment.toString());
            });
  }

  /**
   * Who hands data over herself, where the purpose is named, agrees to that (PIPEDA Sch. 1 4.3).
   */
  private void handedOver(ArrayNode consents) {
    point
        .purpose()
        .ifPresent(
            purpose ->
                consents
                    .addObject()
                    .put("id", Condition.Consent.ANY)
                    .put("level", ConsentLevel.IMPLIED.word())
                    .putObject("covers")
                    .putArray("purpose")
                    .add(purpose));
  }

  /** Where a consent is one to purposes, those of the clauses that wait for it. */
  private ObjectNode agreed(String id, String level) {
    ObjectNode record = JsonNodeFactory.instance.objectNode().put("id", id).put("level", level);
    Point.Asking asking = point.asks().get(id);
    if (asking == null || asking.purposes().isEmpty()) return record;
    ArrayNode purposes = record.putObject("covers").putArray("purpose");
    asking.purposes().forEach(purposes::add);
    return record;
  }

  /** What somebody attests in a field is the attestation. */
  private void attested(Posting posting, ObjectNode more) {
    ArrayNode evidence = JsonNodeFactory.instance.arrayNode();
    posting.fields().keySet().stream()
        .filter(element -> element.startsWith("attestation."))
        .filter(element -> !point.answers().containsKey(element))
        .forEach(element -> evidence.addObject().put("kind", element));
    if (!evidence.isEmpty()) more.set("evidence", evidence);
  }

  /** Whether she has answered before; an open form, which may be anybody's, changes no answer. */
  private static boolean answered(FactSheet facts, String id) {
    for (JsonNode record : facts.facts().path("consent"))
      if (record.path("id").asString("").equals(id)) return true;
    return false;
  }

  /** A no stands whatever its age, a yes as long as its version does. */
  static boolean held(FactSheet facts, String id, Instant since) {
    for (JsonNode record : facts.facts().path("consent")) {
      if (!record.path("id").asString("").equals(id)) continue;
      boolean given = record.path("level").asString("").equals(ConsentLevel.IMPLIED.word());
      if (!given || record.has("withdrawn")) return true;
      if (!from(record).isBefore(since)) return true;
    }
    return false;
  }

  /** Why not as text: a second without a fraction would come after the same one with any. */
  private static Instant from(JsonNode record) {
    String text = record.path("from").asString("");
    return Moments.instant(text, Where.file("held"), new ArrayList<>()).orElse(Instant.MIN);
  }

  /** No more exactly than the pack needs it, and never in the place of what is held. */
  private void ages(FactSheet facts, Map<String, Band> sent, ObjectNode more) {
    JsonNode held = facts.facts().path("age");
    ObjectNode ages = JsonNodeFactory.instance.objectNode();
    sent.forEach(
        (whose, band) -> {
          if (!held.has(whose)) ages.set(whose, coarse(band));
        });
    if (ages.isEmpty()) return;
    more.set("age", ages);
  }

  private ObjectNode coarse(Band band) {
    ObjectNode coarse = JsonNodeFactory.instance.objectNode();
    TreeSet<Integer> bounds = bounds();
    Integer from = bounds.floor(band.from());
    Integer below = bounds.higher(band.to());
    coarse.put("at-least", from == null ? 0 : from);
    if (below != null) coarse.put("below", below);
    return coarse;
  }

  /** The ages that the pack and the laws over it tell apart. */
  private TreeSet<Integer> bounds() {
    TreeSet<Integer> bounds = new TreeSet<>();
    Pack pack = Collecting.current(controller, moment);
    Offer.conditions(pack)
        .forEach(
            condition -> {
              if (condition instanceof Condition.Age age) bounds.add(age.bound());
            });
    return bounds;
  }
}
