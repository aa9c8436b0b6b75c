// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.receipt.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last few batches that this server wrote and that are durable: whoever appended asks for a
 * receipt next, and gets it without asking the database. One thread adds, any number read.
 */
final class Recent {
  private static final int MOST = 8;
  private static final long BYTES = 1 << 20;

  private volatile List<Batch> batches = List.of();

  void add(Batch batch) {
    if (batch.bytes() > BYTES) return;
    List<Batch> all = new ArrayList<>(batches);
    if (all.size() == MOST) all.removeFirst();
    all.add(batch);
    batches = List.copyOf(all);
  }

  Optional<Receipt> receipt(long index) {
    for (Batch batch : batches) if (batch.has(index)) return Optional.of(batch.receipt(index));
    return Optional.empty();
  }
}
