// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.log;

import dev.probity.ledger.Keys;
import dev.probity.ledger.note.VerifierKey;

class MemoryLogTest extends LogContract {
  private final MemoryLog.Store store = new MemoryLog.Store();

  @Override
  protected Log open() {
    return new MemoryLog(store, Keys.LOG);
  }

  @Override
  protected VerifierKey key() {
    return Keys.LOG.verifier();
  }
}
