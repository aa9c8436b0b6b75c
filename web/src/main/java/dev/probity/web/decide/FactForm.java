// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.notice.yaml.Node;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one form in which facts are kept, of the several in which they may be written. Stateless. */
final class FactForm {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FactForm() {}

  static JsonNode normal(String kind, JsonNode sent, Instant moment) {
    return switch (kind) {
      case "consent" -> consents(sent, moment);
      case "notice", "relation", "state", "evidence", "documents" -> list(sent);
      case "region" -> sent.isObject() ? sent : NODES.objectNode().set("subject", sent);
      default -> sent;
    };
  }

  private static ArrayNode list(JsonNode sent) {
    return sent instanceof ArrayNode many ? many : NODES.arrayNode().add(sent);
  }

  private static ArrayNode consents(JsonNode sent, Instant moment) {
    ArrayNode records = NODES.arrayNode();
    if (sent instanceof ArrayNode many) many.forEach(records::add);
    else
      sent.properties()
          .forEach(
              named -> {
                ObjectNode record = records.addObject().put("id", named.getKey());
                if (named.getValue() instanceof ObjectNode written) record.setAll(written);
                else record.set("level", named.getValue());
              });
    records.forEach(record -> date((ObjectNode) record, moment));
    return records;
  }

  private static void date(ObjectNode record, Instant moment) {
    if (!record.has("from")) record.put("from", moment.toString());
    if (record.path("level").asString("").equals("withdrawn") && !record.has("withdrawn"))
      record.put("withdrawn", moment.toString());
    if (record.get("covers") instanceof ObjectNode covers)
      covers.properties().forEach(tie -> tie.setValue(list(tie.getValue())));
  }

  /** Whether a later one takes an earlier one's place. */
  static boolean like(JsonNode held, JsonNode later) {
    if (!held.isObject() || !later.isObject()) return held.equals(later);
    boolean named = held.has("id") || later.has("id");
    return named
        ? held.path("id").equals(later.path("id"))
            && held.path("covers").equals(later.path("covers"))
        : held.equals(later);
  }

  static JsonNode tree(Node node) {
    return switch (node) {
      case Node.Text text -> value(text);
      case Node.Items items -> {
        ArrayNode all = NODES.arrayNode();
        items.items().forEach(item -> all.add(tree(item)));
        yield all;
      }
      case Node.Fields fields -> {
        ObjectNode all = NODES.objectNode();
        fields.fields().forEach((name, field) -> all.set(name, tree(field.value())));
        yield all;
      }
    };
  }

  /** Numbers and flags stay what they were. */
  private static JsonNode value(Node.Text text) {
    if (text.plain() && text.value().matches("\\d{1,9}"))
      return NODES.numberNode(Integer.parseInt(text.value()));
    if (text.plain() && text.value().matches("true|false"))
      return NODES.booleanNode(Boolean.parseBoolean(text.value()));
    return NODES.stringNode(text.value());
  }
}
