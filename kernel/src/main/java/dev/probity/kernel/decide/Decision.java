// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import java.util.List;
import java.util.Map;

/**
 * An answer with its reasons. Immutable.
 *
 * @param because the clauses of the first step that decides, sorted
 * @param almost permits that were nearly met though something else decided
 * @param acts what must be done with a PERMIT; who cannot do it must treat it as DENY
 * @param remedies each is a set of conditions that, met together, would lift the DENY
 * @param elements each element's own answer
 * @param pack name and digest of the deciding version, empty where none was in force
 */
public record Decision(
    Effect effect,
    List<String> because,
    List<String> almost,
    List<String> acts,
    List<List<String>> remedies,
    Map<String, Effect> elements,
    String pack) {
  public boolean permits() {
    return effect == Effect.PERMIT;
  }
}
