// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.notice.yaml.Node;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a flow's author wrote, as a door reads it. Stateless. */
final class Written {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Written() {}

  static ObjectNode body() {
    return NODES.objectNode();
  }

  static ObjectNode json(Node.Fields fields) {
    ObjectNode all = body();
    fields.fields().forEach((name, field) -> all.set(name, json(field.value())));
    return all;
  }

  static ObjectNode json(Map<String, String> texts) {
    ObjectNode all = body();
    texts.forEach(all::put);
    return all;
  }

  private static JsonNode json(Node node) {
    return switch (node) {
      case Node.Text text -> value(text);
      case Node.Fields fields -> json(fields);
      case Node.Items items -> {
        ArrayNode all = NODES.arrayNode();
        items.items().forEach(item -> all.add(json(item)));
        yield all;
      }
    };
  }

  private static JsonNode value(Node.Text text) {
    if (text.plain() && text.value().matches("\\d{1,9}"))
      return NODES.numberNode(Integer.parseInt(text.value()));
    if (text.plain() && text.value().matches("true|false"))
      return NODES.booleanNode(Boolean.parseBoolean(text.value()));
    return NODES.stringNode(text.value());
  }
}
