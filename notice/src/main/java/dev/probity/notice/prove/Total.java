// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import java.util.Map;
import java.util.Objects;

/** Look-ups in maps that have a value for every key there is. Stateless. */
final class Total {
  private Total() {}

  static <K, V> V at(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }
}
