// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.History;
import java.util.Optional;

/** Something a new notice must pass before it decides anything. */
@FunctionalInterface
public interface Check {
  /** What is wrong, as a sentence; empty where nothing is. */
  Optional<String> objection(History next, Engine compiled);
}
