// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.audit;

/** One thing that is not as the log once said. Immutable. */
public sealed interface Finding {
  /** For people; holds nothing of an entry. */
  String sentence();

  /** The entry's bytes are not those that were hashed when it was appended. */
  record EntryAltered(long index) implements Finding {
    @Override
    public String sentence() {
      return "entry %d was altered".formatted(index);
    }
  }

  /** Entries and their hashes were changed together: one of them, which cannot be told. */
  record RangeRewritten(long from, long to) implements Finding {
    @Override
    public String sentence() {
      return to - from == 1
          ? "entry %d was altered and hashed anew".formatted(from)
          : "an entry from %d to %d was altered and hashed anew".formatted(from, to - 1);
    }
  }

  record Truncated(long size, long signed) implements Finding {
    @Override
    public String sentence() {
      return "the log ends at %d entries and once had %d".formatted(size, signed);
    }
  }

  /** A stored file of hashes is not what the entries lead to. */
  record TileAltered(String path) implements Finding {
    @Override
    public String sentence() {
      return path + " does not follow from the hashes below it";
    }
  }

  record Missing(String path) implements Finding {
    @Override
    public String sentence() {
      return path + " is missing or damaged";
    }
  }

  /** Who did it can sign as the log. */
  record TwoHistories(long size, String kept) implements Finding {
    @Override
    public String sentence() {
      return "the log's key signed two histories: that of %s, and the one with %d entries"
              .formatted(kept, size)
          + " that is here; who rewrote it holds the key";
    }
  }

  /** The checkpoint is not this log's, so nothing can be held against it. */
  record NotSigned(String name) implements Finding {
    @Override
    public String sentence() {
      return name + " is not signed by the log's key";
    }
  }
}
