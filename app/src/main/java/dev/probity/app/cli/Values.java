// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.notice.yaml.Node;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record's values on their way through: what came as a number leaves as a number. */
final class Values {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d{0,30})(\\.\\d{1,30})?([eE][-+]?\\d{1,3})?");

  private Values() {}

  static @Nullable Object tree(Node node) {
    return switch (node) {
      case Node.Text text -> scalar(text);
      case Node.Items items -> items.items().stream().map(Values::tree).toList();
      case Node.Fields fields -> {
        Map<String, Object> tree = new LinkedHashMap<>();
        fields.fields().forEach((name, f) -> tree.put(name, tree(f.value())));
        yield tree;
      }
    };
  }

  private static @Nullable Object scalar(Node.Text text) {
    if (!text.plain()) return text.value();
    return switch (text.value()) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default ->
          NUMBER.matcher(text.value()).matches() ? new BigDecimal(text.value()) : text.value();
    };
  }
}
