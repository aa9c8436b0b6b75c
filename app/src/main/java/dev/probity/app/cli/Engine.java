// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Reference;

/** Which engine answers the commands. */
final class Engine {
  private Engine() {}

  static Decider of(History history) {
    return new Reference(history);
  }
}
