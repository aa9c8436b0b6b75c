// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written together with a caller's entries, in their transaction. */
@FunctionalInterface
interface Along {
  Along NOTHING = (client, first) -> true;

  /** False where the entries must not be written after all; then it has written nothing either. */
  boolean write(JdbcClient client, long first);
}
