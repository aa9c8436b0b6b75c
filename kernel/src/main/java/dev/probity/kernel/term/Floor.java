// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.term;

import java.util.Map;
import java.util.Set;

/**
 * The lowest class an element can have, possibly higher in some roles: health data is PII to a shop
 * and PHI to a covered entity. Immutable.
 */
public record Floor(DataClass floor, Map<String, DataClass> byRole) {
  public Floor {
    byRole = Map.copyOf(byRole);
  }

  /** The class in these roles; no role known means the highest the element can have. */
  public DataClass in(Set<String> roles, boolean rolesKnown) {
    DataClass found = floor;
    for (var entry : byRole.entrySet()) {
      if (!rolesKnown || roles.contains(entry.getKey())) found = found.max(entry.getValue());
    }
    return found;
  }
}
