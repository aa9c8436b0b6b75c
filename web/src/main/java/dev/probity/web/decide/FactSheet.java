// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.fault.Where;
import dev.probity.kernel.question.Question;
import dev.probity.notice.pack.Moments;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Node;
import dev.probity.store.register.Registered;
import dev.probity.store.subject.Held;
import dev.probity.web.json.Body;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is held of a person or of a device, in the words of {@code given}: each consent a record
 * with the moment it counts from. One thread.
 */
public record FactSheet(ObjectNode facts) {
  /** Where its places are, when it is read as part of a question. */
  static final String FILE = "held";

  static final Set<String> KINDS =
      Set.of(
          "consent",
          "choice",
          "notice",
          "relation",
          "state",
          "evidence",
          "documents",
          "region",
          "age",
          "pinned");

  /** A browser or an app carries signals and has been shown notices; all else is a person's. */
  static final Set<String> OF_A_DEVICE = Set.of("choice", "notice");

  /** What duties' acts have done to her, by act with the clauses; nobody sets that at /facts. */
  static final String LIMITS = "limits";

  /** Under which documents of registers stand; no kind of fact. */
  static final String PAPERS = "registers";

  private static final int LARGEST = 64 << 10;
  private static final List<String> LOOKED_UP =
      List.of("consent", "choice", "notice", "relation", "evidence", "state");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  public static FactSheet of(byte[] json) {
    return new FactSheet(json.length == 0 ? NODES.objectNode() : (ObjectNode) JSON.readTree(json));
  }

  /** Her own, as decisions see it. */
  static FactSheet of(Held held) {
    FactSheet sheet = of(held.own());
    if (held.keptOut()) sheet.limit(Limits.KEEP_OUT, Set.of("kept-out"));
    return sheet;
  }

  public byte[] bytes() {
    return JSON.writeValueAsBytes(facts);
  }

  public boolean tooLarge() {
    return bytes().length > LARGEST;
  }

  /** Each kind named takes the place of what was held of it. */
  void set(Node sent, Instant moment) {
    tree(sent)
        .properties()
        .forEach(
            kind ->
                facts.set(kind.getKey(), FactForm.normal(kind.getKey(), kind.getValue(), moment)));
  }

  /** Lays what is sent over what is held: a record over its like, a word beside the others. */
  void add(Node sent, Instant moment) {
    add(tree(sent), moment);
  }

  /** As {@link #add(Node, Instant)}, of what our own doors put together. */
  public void add(ObjectNode more, Instant moment) {
    more.properties()
        .forEach(
            kind -> lay(kind.getKey(), FactForm.normal(kind.getKey(), kind.getValue(), moment)));
  }

  private void lay(String kind, JsonNode more) {
    switch (facts.get(kind)) {
      case ObjectNode held -> held.setAll((ObjectNode) more);
      case ArrayNode held ->
          more.forEach(
              item -> {
                for (Iterator<JsonNode> it = held.iterator(); it.hasNext(); )
                  if (FactForm.like(it.next(), item)) it.remove();
                held.add(item);
              });
      case null, default -> facts.set(kind, more);
    }
  }

  void choose(String choice, String value) {
    ObjectNode held =
        facts.get("choice") instanceof ObjectNode there ? there : facts.putObject("choice");
    held.put(choice, value);
  }

  /** The age of who acts for this person is his own, where it is held. */
  public void acting(JsonNode ages) {
    if (!ages.has("subject")) return;
    ObjectNode own = facts.get("age") instanceof ObjectNode held ? held : facts.putObject("age");
    own.set("actor", ages.get("subject"));
  }

  /** Without the documents, which are no facts yet. */
  ObjectNode plain() {
    ObjectNode plain = facts.deepCopy();
    plain.remove(PAPERS);
    return plain;
  }

  /** The values of each choice. */
  Map<String, Set<String>> choices() {
    Map<String, Set<String>> choices = new TreeMap<>();
    facts
        .path("choice")
        .properties()
        .forEach(
            choice -> {
              Set<String> values = new TreeSet<>();
              if (choice.getValue().isArray())
                choice.getValue().forEach(value -> values.add(value.asString("")));
              else values.add(choice.getValue().asString(""));
              choices.put(choice.getKey(), values);
            });
    return choices;
  }

  /** The documents of registers that are about this person. */
  List<ObjectNode> papers() {
    List<ObjectNode> papers = new ArrayList<>();
    facts.path(PAPERS).forEach(paper -> papers.add((ObjectNode) paper));
    return papers;
  }

  Optional<ObjectNode> paper(String register, String number) {
    return papers().stream()
        .filter(p -> p.path("kind").asString("").equals(register))
        .filter(p -> p.path("id").asString("").equals(number))
        .findFirst();
  }

  /** Keeps a document, in the place of the one with its number. */
  void file(String register, String number, JsonNode elements, Instant moment) {
    ObjectNode paper =
        paper(register, number)
            .orElseGet(
                () ->
                    (facts.get(PAPERS) instanceof ArrayNode there ? there : facts.putArray(PAPERS))
                        .addObject());
    paper.put("kind", register).put("id", number).put("kept", moment.toString());
    paper.set("elements", elements);
  }

  /** Ends every yes to this consent; where there is none, holds that it was withdrawn. */
  void withdraw(String consent, Instant moment) {
    boolean held = false;
    for (ObjectNode paper : papers()) {
      if (!paper.path("elements").path("consent").asString("").equals(consent)) continue;
      held = true;
      if (!paper.has("ended")) paper.put("ended", moment.toString());
    }
    for (JsonNode record : facts.path("consent")) {
      if (!record.path("id").asString("").equals(consent)) continue;
      held = true;
      if (!ended(record.path("withdrawn").asString(""), moment))
        ((ObjectNode) record).put("withdrawn", moment.toString());
    }
    if (held) return;
    ArrayNode records =
        facts.get("consent") instanceof ArrayNode there ? there : facts.putArray("consent");
    records
        .addObject()
        .put("id", consent)
        .put("level", "withdrawn")
        .put("withdrawn", moment.toString());
  }

  /** Holds that a duty's act was done to her, which every decision about her sees from now on. */
  void limit(String act, Collection<String> cites) {
    ArrayNode held = facts.withObject("/" + LIMITS).withArray(act);
    Set<String> all = new TreeSet<>(cites);
    held.forEach(cite -> all.add(cite.asString("")));
    held.removeAll();
    all.forEach(held::add);
  }

  /** False where there is no such limit. */
  boolean lift(String act) {
    if (!(facts.get(LIMITS) instanceof ObjectNode limits) || limits.remove(act) == null)
      return false;
    if (limits.isEmpty()) facts.remove(LIMITS);
    return true;
  }

  void mark(String state) {
    lay("state", NODES.arrayNode().add(state));
  }

  /** False where she is in no such state. */
  boolean unmark(String state) {
    boolean there = false;
    for (Iterator<JsonNode> it = facts.path("state").iterator(); it.hasNext(); )
      if (it.next().asString("").equals(state)) {
        it.remove();
        there = true;
      }
    return there;
  }

  private static boolean ended(String withdrawn, Instant moment) {
    return Moments.instant(withdrawn, Where.file(FILE), new ArrayList<>())
        .filter(at -> !at.isAfter(moment))
        .isPresent();
  }

  /**
   * As {@code given}: with what the device says over what the person said, and all that a register
   * holds looked up, so that what is not there is known not to be there.
   */
  public Node.Fields given(FactSheet device) {
    ObjectNode all = plain();
    FactSheet both = new FactSheet(all);
    device.facts().properties().forEach(kind -> both.lay(kind.getKey(), kind.getValue()));
    if (all.remove(LIMITS) instanceof ObjectNode limits)
      limits
          .properties()
          .forEach(
              act ->
                  act.getValue()
                      .forEach(cite -> both.mark(Limits.mark(act.getKey(), cite.asString("")))));
    LOOKED_UP.forEach(all.withArray("read")::add);
    return (Node.Fields) Body.kept(JSON.writeValueAsBytes(all), FILE);
  }

  /** The question what an event obliges to, with what is held here and in registers. */
  Question on(String event, Controller controller, Registered registers, Instant moment) {
    Node ask = Body.kept(JSON.writeValueAsBytes(Map.of("event", event)), FILE);
    Map<String, Node.Field> asked = new LinkedHashMap<>();
    asked.put("ask", new Node.Field(ask.where(), ask));
    // Why: another server's clock may be ahead; what it acknowledged stays in the past.
    Instant at = registers.changed().isAfter(moment) ? registers.changed() : moment;
    Node.Fields documents =
        new Filings(controller)
            .standing(new Node.Fields(asked, ask.where()), this, registers, "", at)
            .facts();
    asked.put("given", new Node.Field(ask.where(), given(of(new byte[0])).under(documents)));
    return new AskReader(controller.words(new Complaints.Faults()), at)
        .file(new Node.Fields(asked, ask.where()))
        .map(read -> ((Ask.Event) read).question())
        .orElseThrow();
  }

  private static ObjectNode tree(Node sent) {
    return (ObjectNode) FactForm.tree(sent);
  }
}
