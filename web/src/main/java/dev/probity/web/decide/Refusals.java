// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody has refused, in words of the pack: all that is left of her facts when she is
 * erased, so that she is not asked or written to again as if she had never said no. Stateless.
 */
final class Refusals {
  private Refusals() {}

  /** As a sheet; nothing where she refused nothing. */
  static byte[] of(Controller controller, FactSheet sheet) {
    ObjectNode left = JsonNodeFactory.instance.objectNode();
    Map<String, JsonNode> consents = new TreeMap<>();
    for (JsonNode record : sheet.facts().path("consent")) {
      String level = record.path("level").asString("");
      if (record.has("withdrawn") || level.equals("refused") || level.equals("withdrawn"))
        consents.put(record.path("id").asString(""), ended(record));
    }
    if (!consents.isEmpty()) {
      ArrayNode all = left.putArray("consent");
      consents.values().forEach(all::add);
    }
    sheet
        .facts()
        .path("choice")
        .properties()
        .forEach(
            choice -> {
              if (forbids(controller, choice.getKey(), choice.getValue()))
                left.withObject("/choice").set(choice.getKey(), choice.getValue());
            });
    return left.isEmpty() ? new byte[0] : new FactSheet(left).bytes();
  }

  private static JsonNode ended(JsonNode record) {
    ObjectNode ended = JsonNodeFactory.instance.objectNode();
    ended.put("id", record.path("id").asString(""));
    ended.put("level", "withdrawn");
    String since = record.path("withdrawn").asString(record.path("from").asString(""));
    if (!since.isEmpty()) ended.put("withdrawn", since);
    return ended;
  }

  /** Whether some clause forbids something because of this choice. */
  private static boolean forbids(Controller controller, String choice, JsonNode value) {
    Set<String> values =
        value.isArray()
            ? Set.copyOf(
                StreamSupport.stream(value.spliterator(), false).map(v -> v.asString("")).toList())
            : Set.of(value.asString(""));
    return controller.source().pack().clauses().stream()
        .filter(Clause.Forbid.class::isInstance)
        .flatMap(clause -> clause.when().stream())
        .anyMatch(
            c ->
                c instanceof Condition.Choice it
                    && it.ids().contains(choice)
                    && it.is().stream().anyMatch(values::contains));
  }
}
