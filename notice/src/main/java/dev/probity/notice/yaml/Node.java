// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.yaml;

import dev.probity.kernel.fault.Where;
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
  }

  /** A field's own place is its key's; its value has another. */
  record Field(Where key, Node value) {}
}
