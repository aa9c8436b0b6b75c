// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.yaml;

import java.util.Map;
import java.util.TreeMap;

/**
 * Prints nodes as one line of JSON-shaped YAML, fields sorted by name. Two texts that mean the same
 * tree print the same; reading the print gives the same tree. Stateless.
 */
public final class YamlPrinter {
  private YamlPrinter() {}

  /** The tree as it is: lists keep their order. */
  public static String print(Node node) {
    StringBuilder out = new StringBuilder();
    print(node, false, out);
    return out.toString();
  }

  /** The meaning of a pack: its lists have no order, so they are sorted. */
  public static String printUnordered(Node node) {
    StringBuilder out = new StringBuilder();
    print(node, true, out);
    return out.toString();
  }

  private static void print(Node node, boolean sorted, StringBuilder out) {
    switch (node) {
      case Node.Text text -> quote(text.value(), out);
      case Node.Items items -> {
        var printed = items.items().stream().map(i -> sorted ? printUnordered(i) : print(i));
        out.append('[')
            .append(String.join(", ", (sorted ? printed.sorted() : printed).toList()))
            .append(']');
      }
      case Node.Fields fields -> {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, Node.Field> f : new TreeMap<>(fields.fields()).entrySet()) {
          out.append(separator);
          quote(f.getKey(), out);
          out.append(": ");
          print(f.getValue().value(), sorted, out);
          separator = ", ";
        }
        out.append('}');
      }
    }
  }

  private static void quote(String value, StringBuilder out) {
    out.append('"');
    value.codePoints().forEach(c -> escape(c, out));
    out.append('"');
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
          out.append(String.format("\\u%04x", c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }
}
