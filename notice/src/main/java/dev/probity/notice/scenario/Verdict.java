// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.decide.Effect;
import java.util.List;
import java.util.Optional;

/**
 * How one scenario went. Immutable.
 *
 * @param effect what came out; empty for events and views
 * @param because the clauses that decided
 * @param mistakes why it failed, for a person; empty where it passed
 */
public record Verdict(
    Scenario scenario,
    boolean ran,
    Optional<Effect> effect,
    List<String> because,
    List<String> acts,
    List<String> mistakes) {
  public boolean passed() {
    return ran && mistakes.isEmpty();
  }

  public boolean failed() {
    return ran && !mistakes.isEmpty();
  }

  /** Whether the clause had a hand in the answer. */
  public boolean cites(String id) {
    return because.contains(id);
  }
}
