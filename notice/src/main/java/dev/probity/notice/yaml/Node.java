// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.yaml;

import dev.probity.kernel.fault.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of YAML and where it stands. Immutable. */
public sealed interface Node {
  Where where();

  /** What kind of thing it is, for a person: "a list". */
  String kind();

  /** One value. {@code plain} tells {@code on} from {@code "on"}. */
  record Text(String value, boolean plain, Where where) implements Node {
    @Override
    public String kind() {
      return "a single value";
    }
  }

  /** A list. */
  record Items(List<Node> items, Where where) implements Node {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Named fields, in the order they were written. */
  record Fields(Map<String, Field> fields, Where where) implements Node {
    public Fields {
      fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String kind() {
      return "a map of fields";
    }

    /**
     * These fields with others laid over them, field by field: maps are merged, lists united save
     * {@code keeps}, and otherwise the upper counts.
     */
    public Fields under(Fields upper) {
      Map<String, Field> merged = new LinkedHashMap<>(fields);
      upper
          .fields()
          .forEach(
              (key, field) -> {
                Field lower = merged.get(key);
                Node value =
                    lower == null ? field.value() : both(key, lower.value(), field.value());
                merged.put(key, new Field(field.key(), value));
              });
      return new Fields(merged, where);
    }

    private static Node both(String key, Node lower, Node upper) {
      if (lower instanceof Fields a && upper instanceof Fields b) return a.under(b);
      if (!(lower instanceof Items a && upper instanceof Items b) || key.equals("keeps"))
        return upper;
      List<Node> all = new ArrayList<>(a.items());
      all.addAll(b.items());
      return new Items(all, upper.where());
    }
  }

  /** A field's own place is its key's; its value has another. */
  record Field(Where key, Node value) {}
}
