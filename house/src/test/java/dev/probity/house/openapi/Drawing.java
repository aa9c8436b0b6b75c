// SPDX-License-Identifier: Apache-2.0
package dev.probity.house.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws values by a schema: as it wants them, and spoilt in one place. One thread. */
final class Drawing {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEP = 4;
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "null",
          "\0",
          "\u202e\u0301\ud83d\ude00",
          "'; drop table token; --",
          "../../../etc/passwd",
          "${jndi:ldap://x}",
          "<script>",
          "%s%n",
          "-1",
          "1e999",
          "0x7f",
          "x".repeat(5_000));

  private final Description description;
  private final Random random;
  private final List<String> words;

  /** What answers have said, by the name of the field: the only memory of a stranger. */
  private final Map<String, List<JsonNode>> heard = new HashMap<>();

  Drawing(Description description, Random random) {
    this.description = description;
    this.random = random;
    this.words = description.words();
  }

  void hear(JsonNode answer) {
    answer
        .properties()
        .forEach(
            field -> {
              if (!field.getValue().isValueNode()) {
                hear(field.getValue());
                return;
              }
              List<JsonNode> of = heard.computeIfAbsent(field.getKey(), k -> new ArrayList<>());
              if (of.size() < 50) of.add(field.getValue());
              else of.set(random.nextInt(50), field.getValue());
            });
    if (answer.isArray()) answer.forEach(this::hear);
  }

  JsonNode value(JsonNode schema, String name, int depth) {
    JsonNode is = description.follow(schema);
    for (String either : List.of("oneOf", "anyOf"))
      if (is.has(either)) return value(one(is.get(either)), name, depth);
    if (is.has("allOf") && !is.has("type")) return value(one(is.get("allOf")), name, depth);
    if (is.has("const")) return is.get("const");
    if (is.has("enum")) return one(is.get("enum"));
    List<JsonNode> said = heard.getOrDefault(name, List.of());
    JsonNode type = is.path("type").isArray() ? one(is.path("type")) : is.path("type");
    return switch (type.asText(is.has("properties") ? "object" : "")) {
      case "object" -> object(is, depth);
      case "array" -> array(is, name, depth);
      case "string" -> !said.isEmpty() && random.nextInt(3) > 0 ? draw(said) : text(is);
      case "integer" -> JSON.numberNode(is.path("minimum").asLong(0) + random.nextInt(5));
      case "number" -> JSON.numberNode(random.nextDouble() * 100);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "null" -> JSON.nullNode();
      default -> anything(depth);
    };
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode made = JSON.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            p -> {
              if (required.contains(p.getKey()) || (depth < DEEP && random.nextInt(3) == 0))
                made.set(p.getKey(), value(p.getValue(), p.getKey(), depth + 1));
            });
    JsonNode others = schema.path("additionalProperties");
    boolean open = others.isMissingNode() || others.isObject() || others.asBoolean();
    if (open && depth < DEEP)
      for (int i = random.nextInt(3); i > 0; i--) {
        String name = draw(words);
        made.set(name, others.isObject() ? value(others, name, depth + 1) : anything(depth + 1));
      }
    return made;
  }

  private JsonNode array(JsonNode schema, String name, int depth) {
    ArrayNode made = JSON.arrayNode();
    int size = schema.path("minItems").asInt(0) + (depth < DEEP ? random.nextInt(3) : 0);
    for (int i = 0; i < size; i++) made.add(value(schema.path("items"), name, depth + 1));
    return made;
  }

  private JsonNode text(JsonNode schema) {
    if (schema.path("format").asText().equals("date-time"))
      return JSON.textNode("2026-03-01T00:00:00Z");
    return JSON.textNode(random.nextInt(8) == 0 ? draw(ODD) : draw(words));
  }

  private JsonNode anything(int depth) {
    return switch (random.nextInt(depth < DEEP ? 8 : 5)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.numberNode(random.nextLong());
      case 2 -> JSON.booleanNode(random.nextBoolean());
      case 3, 4 -> JSON.textNode(draw(random.nextBoolean() ? ODD : words));
      case 5 -> JSON.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
      default -> JSON.objectNode().set(draw(words), anything(depth + 1));
    };
  }

  /** The value with one place of it taken away, changed, or added to. */
  JsonNode spoilt(JsonNode value) {
    List<JsonNode> places = new ArrayList<>();
    inside(value, places);
    if (places.isEmpty()) return anything(0);
    JsonNode place = draw(places);
    if (place instanceof ArrayNode array) {
      array.add(anything(0));
    } else if (place instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      switch (names.isEmpty() ? 2 : random.nextInt(3)) {
        case 0 -> object.remove(draw(names));
        case 1 -> object.set(draw(names), anything(0));
        default -> object.set(draw(ODD), anything(0));
      }
    }
    return value;
  }

  private static void inside(JsonNode value, List<JsonNode> places) {
    if (value.isContainerNode()) places.add(value);
    value.forEach(child -> inside(child, places));
  }

  private JsonNode one(JsonNode list) {
    return list.get(random.nextInt(list.size()));
  }

  <T> T draw(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String odd() {
    return draw(ODD);
  }
}
