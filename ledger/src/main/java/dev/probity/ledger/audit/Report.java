// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.audit;

import java.util.List;

/**
 * What an audit found. Immutable.
 *
 * @param size entries below the log's own checkpoint
 * @param elsewhere how many kept checkpoints were held against it
 */
public record Report(long size, int elsewhere, List<Finding> findings) {
  public Report {
    findings = List.copyOf(findings);
  }

  public boolean clean() {
    return findings.isEmpty();
  }

  /**
   * How much a clean report proves: whoever holds database and key could have written all of it
   * anew, which only what was kept elsewhere contradicts.
   */
  public String proves() {
    return elsewhere == 0
        ? "self-consistent only: whoever holds the database and the key could have rewritten all of"
            + " it; hold it against a checkpoint or receipt kept elsewhere"
        : "nothing changed since the newest checkpoint held against it";
  }
}
