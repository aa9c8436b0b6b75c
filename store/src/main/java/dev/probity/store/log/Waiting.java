// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.log.Appended;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tile.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One caller's drafts on their way in, and what became of them. Guarded by the log's lock. */
final class Waiting {
  private final List<Draft> drafts;
  private long first;
  private @Nullable SignedCheckpoint checkpoint;
  private @Nullable RuntimeException failure;

  Waiting(List<Draft> drafts) {
    this.drafts = List.copyOf(drafts);
  }

  int size() {
    return drafts.size();
  }

  /** Its entries from this index on; nothing where a draft fails, which is its caller's alone. */
  Optional<List<byte[]>> at(long index) {
    try {
      List<byte[]> entries = new ArrayList<>(drafts.size());
      for (Draft draft : drafts) {
        byte[] entry = draft.at(index + entries.size());
        if (entry.length > Bundle.LARGEST)
          throw new IllegalArgumentException("an entry over 65,535 bytes");
        entries.add(entry);
      }
      first = index;
      return Optional.of(entries);
    } catch (RuntimeException e) {
      failure = e;
      return Optional.empty();
    }
  }

  boolean isOpen() {
    return failure == null && checkpoint == null;
  }

  void stands(SignedCheckpoint below) {
    checkpoint = below;
  }

  void fails(RuntimeException e) {
    failure = e;
  }

  Appended outcome() {
    if (failure != null) throw failure;
    if (checkpoint == null) throw new IllegalStateException("nobody took this");
    return new Appended(first, checkpoint);
  }
}
