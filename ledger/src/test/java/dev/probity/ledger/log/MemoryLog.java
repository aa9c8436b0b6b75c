// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.log;

import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Edge;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Merkle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contract in its simplest form, for tests that need a log, or one to alter. */
public final class MemoryLog implements Log {
  /** What two servers share. */
  public static final class Store implements Tiles {
    public final List<byte[]> entries = new ArrayList<>();
    public final Map<Tile, byte[]> hashes = new HashMap<>();

    public Store() {}

    private Edge edge = new Edge();
    private Optional<SignedCheckpoint> newest = Optional.empty();

    @Override
    public synchronized Optional<byte[]> tile(Tile tile) {
      return Optional.ofNullable(hashes.get(tile));
    }

    @Override
    public synchronized Optional<byte[]> bundle(long index, int width) {
      int from = Math.toIntExact(index * Tile.FULL);
      if (from + width > entries.size()) return Optional.empty();
      return Optional.of(Bundle.of(entries.subList(from, from + width)));
    }
  }

  private final Store store;
  private final SigningKey key;

  public MemoryLog(Store store, SigningKey key) {
    this.store = store;
    this.key = key;
  }

  @Override
  public Appended append(List<Draft> drafts) {
    if (drafts.isEmpty()) throw new IllegalArgumentException("nothing to append");
    synchronized (store) {
      long first = store.entries.size();
      List<byte[]> batch = new ArrayList<>();
      for (Draft draft : drafts) batch.add(draft.at(first + batch.size()));
      byte[] unused = Bundle.of(batch);
      store.entries.addAll(batch);
      batch.forEach(entry -> store.edge.add(Merkle.leaf(entry), store.hashes::put));
      store.edge.partial(store.hashes::put);
      return new Appended(first, sign());
    }
  }

  /** Anew from its entries, as somebody with the key would after changing them. */
  public SignedCheckpoint rewrite() {
    synchronized (store) {
      store.hashes.clear();
      store.edge = new Edge();
      store.entries.forEach(entry -> store.edge.add(Merkle.leaf(entry), store.hashes::put));
      store.edge.partial(store.hashes::put);
      return sign();
    }
  }

  private SignedCheckpoint sign() {
    SignedCheckpoint signed =
        SignedCheckpoint.of(
            new Checkpoint(key.verifier().name(), store.edge.size(), store.edge.root()), key);
    store.newest = Optional.of(signed);
    return signed;
  }

  @Override
  public SignedCheckpoint checkpoint() {
    synchronized (store) {
      return store.newest.orElseGet(this::sign);
    }
  }

  @Override
  public Tiles tiles() {
    return store;
  }
}
