// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.print;

import java.io.PrintStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A tree of maps, collections, strings, numbers, booleans and nulls as JSON text. Maps keep their
 * order; anything else in the tree is a bug. Stateless.
 */
public final class Json {
  private Json() {}

  public static void print(Object tree, PrintStream out) {
    out.println(text(tree));
  }

  /** On one line, so that a program may read line by line. */
  public static String text(Object tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      write(tree, json);
    }
    return text.toString();
  }

  private static void write(@Nullable Object tree, JsonGenerator json) {
    switch (tree) {
      case null -> json.writeNull();
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach(
            (key, value) -> {
              json.writeName((String) key);
              write(value, json);
            });
        json.writeEndObject();
      }
      case Collection<?> items -> {
        json.writeStartArray();
        items.forEach(item -> write(item, json));
        json.writeEndArray();
      }
      case String text -> json.writeString(text);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      default -> throw new IllegalArgumentException("no JSON for a " + tree.getClass().getName());
    }
  }
}
