// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.Moments;
import dev.probity.notice.yaml.Node;
import dev.probity.web.json.Body;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
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

  private static final int LARGEST = 64 << 10;
  private static final List<String> LOOKED_UP =
      List.of("consent", "choice", "notice", "relation", "evidence", "state");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  public static FactSheet of(byte[] json) {
    return new FactSheet(json.length == 0 ? NODES.objectNode() : (ObjectNode) JSON.readTree(json));
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

  /** Ends every yes to this consent; where there is none, holds that it was withdrawn. */
  void withdraw(String consent, Instant moment) {
    boolean held = false;
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

  private static boolean ended(String withdrawn, Instant moment) {
    return Moments.instant(withdrawn, Where.file(FILE), new ArrayList<>())
        .filter(at -> !at.isAfter(moment))
        .isPresent();
  }

  /**
   * As {@code given}: with what the device says over what the person said, and all that a register
   * holds looked up, so that what is not there is known not to be there.
   */
  public Node given(FactSheet device) {
    ObjectNode all = facts.deepCopy();
    FactSheet both = new FactSheet(all);
    device.facts().properties().forEach(kind -> both.lay(kind.getKey(), kind.getValue()));
    LOOKED_UP.forEach(all.withArray("read")::add);
    return Body.kept(JSON.writeValueAsBytes(all), FILE);
  }

  private static ObjectNode tree(Node sent) {
    return (ObjectNode) FactForm.tree(sent);
  }
}
