// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** Many things as the arrays that a statement takes, one for each property. Immutable. */
record Many<T>(List<T> all) {
  /** What belongs to the things, and to which of them, counted from 1. */
  record Parts<P>(List<Integer> owners, Many<P> parts) {
    SqlArrayValue of() {
      return new SqlArrayValue("int4", owners.toArray());
    }
  }

  <P> Parts<P> parts(Function<T, List<P>> property) {
    List<Integer> owners = new ArrayList<>();
    List<P> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++)
      for (P part : property.apply(all.get(i))) {
        owners.add(i + 1);
        parts.add(part);
      }
    return new Parts<>(owners, new Many<>(parts));
  }

  SqlArrayValue bytes(Function<T, byte @Nullable []> property) {
    return new SqlArrayValue("bytea", (Object[]) all.stream().map(property).toArray(byte[][]::new));
  }

  SqlArrayValue texts(Function<T, String> property) {
    return new SqlArrayValue("text", (Object[]) all.stream().map(property).toArray(String[]::new));
  }

  SqlArrayValue flags(Function<T, @Nullable Boolean> property) {
    return new SqlArrayValue(
        "boolean", (Object[]) all.stream().map(property).toArray(Boolean[]::new));
  }
}
