// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The little JSON that entries need: one object of strings, lists of strings and objects of
 * strings, none of which holds a quote, a backslash or a blank. Linear.
 */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static String text(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .map(f -> quoted(f.getKey()) + ":" + value(f.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(Object value) {
    return switch (value) {
      case String string -> quoted(string);
      case List<?> strings ->
          strings.stream().map(s -> quoted((String) s)).collect(Collectors.joining(",", "[", "]"));
      case Map<?, ?> cells ->
          cells.entrySet().stream()
              .map(c -> quoted((String) c.getKey()) + ":" + quoted((String) c.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      default -> throw new IllegalArgumentException("no cell");
    };
  }

  private static String quoted(String string) {
    return "\"" + string + "\"";
  }

  /** Nothing, if it is not in this form; the last of equal names wins, so write it and compare. */
  static Optional<Map<String, Object>> read(String text) {
    Json json = new Json(text);
    Optional<Map<String, Object>> fields = json.object();
    return json.at == text.length() ? fields : Optional.empty();
  }

  private Optional<Map<String, Object>> object() {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!takes('{')) return Optional.empty();
    while (!takes('}')) {
      if (!fields.isEmpty() && !takes(',')) return Optional.empty();
      Optional<String> name = string();
      if (name.isEmpty() || !takes(':')) return Optional.empty();
      Optional<?> value = value();
      if (value.isEmpty()) return Optional.empty();
      fields.put(name.get(), value.get());
    }
    return Optional.of(fields);
  }

  private Optional<?> value() {
    if (at == text.length()) return Optional.empty();
    return switch (text.charAt(at)) {
      case '[' -> list();
      // Why: only the first object may hold others.
      case '{' ->
          text.indexOf('{', at + 1) < 0
              ? object().filter(o -> o.values().stream().allMatch(String.class::isInstance))
              : Optional.empty();
      default -> string();
    };
  }

  private Optional<List<String>> list() {
    List<String> items = new ArrayList<>();
    if (!takes('[')) return Optional.empty();
    while (!takes(']')) {
      if (!items.isEmpty() && !takes(',')) return Optional.empty();
      Optional<String> item = string();
      if (item.isEmpty()) return Optional.empty();
      items.add(item.get());
    }
    return Optional.of(items);
  }

  private Optional<String> string() {
    if (!takes('"')) return Optional.empty();
    int end = text.indexOf('"', at);
    if (end < 0) return Optional.empty();
    String string = text.substring(at, end);
    at = end + 1;
    return Optional.of(string);
  }

  private boolean takes(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    if (there) at++;
    return there;
  }
}
