// SPDX-License-Identifier: Apache-2.0
package dev.probity.house.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OpenAPI 3.1 document, with its references followed. */
final class Description {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "patch", "head");
  private static final Pattern QUOTED = Pattern.compile("[`\"]([A-Za-z0-9._-]{2,40})[`\"]");

  final JsonNode document;
  private final Map<JsonNode, JsonSchema> known = new HashMap<>();

  Description(JsonNode document) {
    this.document = document;
  }

  record Operation(String path, String method, JsonNode is) {}

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        m -> {
                          if (METHODS.contains(m.getKey()))
                            all.add(new Operation(path.getKey(), m.getKey(), m.getValue()));
                        }));
    return all;
  }

  /** What a reference points at; anything else is itself. */
  JsonNode follow(JsonNode node) {
    return node.has("$ref") ? follow(document.at(node.get("$ref").asText().substring(1))) : node;
  }

  boolean fits(JsonNode schema, JsonNode value) {
    return complaints(schema, value).isEmpty();
  }

  List<String> complaints(JsonNode schema, JsonNode value) {
    return known.computeIfAbsent(schema, this::compiled).validate(value).stream()
        .map(Object::toString)
        .toList();
  }

  private JsonSchema compiled(JsonNode schema) {
    ObjectNode whole = follow(schema).deepCopy();
    whole.set("components", document.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  /** Words that the document itself quotes: the nearest that a stranger comes to the domain. */
  List<String> words() {
    TreeSet<String> words = new TreeSet<>();
    collect(document, words);
    return List.copyOf(words);
  }

  private static void collect(JsonNode node, TreeSet<String> words) {
    if (node.isTextual()) {
      Matcher quoted = QUOTED.matcher(node.asText());
      while (quoted.find()) words.add(quoted.group(1));
    }
    node.forEach(child -> collect(child, words));
  }
}
