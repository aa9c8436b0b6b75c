// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is written together with a caller's entries, in their transaction: both stand or neither. It
 * runs while the log is held for all writers, so it asks the database little and looks before it
 * writes.
 */
@FunctionalInterface
public interface Along {
  Along NOTHING = (client, first) -> true;

  /**
   * @param first the index of the first entry
   * @return false where the entries must not be written after all; then it has written nothing
   *     either
   */
  boolean write(JdbcClient client, long first);
}
