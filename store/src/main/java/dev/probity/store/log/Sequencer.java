// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.tile.Edge;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.tree.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Gives out indexes within a transaction that holds the log's lock, so that one server does it at a
 * time. Remembers the tree's edge while nobody else appends. One thread.
 */
final class Sequencer {
  private final String controller;
  private final SigningKey key;
  private final Shelf shelf;

  private @Nullable Edge edge;

  /** What the edge is once the transaction is durable. */
  private @Nullable Edge next;

  private Optional<Checkpoint> last = Optional.empty();

  Sequencer(String controller, SigningKey key, Shelf shelf) {
    this.controller = controller;
    this.key = key;
    this.shelf = shelf;
  }

  /** The newest checkpoint that is durable, if there is one. */
  static Optional<SignedCheckpoint> newest(JdbcClient client, String controller) {
    return client
        .sql("select note from ledger_checkpoint order by size desc limit 1")
        .query(String.class)
        .optional()
        .map(note -> parsed(note, controller));
  }

  static SignedCheckpoint parsed(String note, String controller) {
    return SignedCheckpoint.parse(note)
        .orElseThrow(() -> LogRefused.altered(controller, "has a checkpoint that is none"));
  }

  /**
   * Writes what waits and signs it. The checkpoint leaves this house only once the transaction is
   * durable; one that is lost with its transaction was never shown to anybody.
   *
   * @param client of a transaction that has not chosen its controller yet
   * @param batch is asked once the lock is held
   * @return nothing if every draft failed
   */
  Optional<Batch> append(JdbcClient client, Supplier<List<Waiting>> batch) {
    Edge tree = edge(client, LogLock.turn(client, controller));
    lost();
    long first = tree.size();
    List<byte[]> entries = new ArrayList<>();
    for (List<Waiting> group : Waiting.groups(batch.get())) add(client, group, first, entries);
    if (entries.isEmpty()) return Optional.empty();
    Batch written = write(client, tree, entries);
    next = tree;
    return Optional.of(written);
  }

  private static void add(
      JdbcClient client, List<Waiting> group, long first, List<byte[]> entries) {
    List<Waiting> able = new ArrayList<>();
    long next = first + entries.size();
    for (Waiting waiting : group) {
      if (!waiting.isAble(next)) continue;
      able.add(waiting);
      next += waiting.size();
    }
    if (able.isEmpty()) return;
    Waiting.alongside(client, able);
    for (Waiting waiting : able)
      if (waiting.isOpen()) entries.addAll(waiting.from(first + entries.size()));
  }

  /** What was signed last is durable now. */
  void committed(Batch batch) {
    edge = next;
    last = Optional.of(batch.signed().checkpoint());
    shelf.keep(batch.signed());
  }

  /** Until what is being written is durable, nobody knows whether it is the tree. */
  void lost() {
    edge = null;
    next = null;
    last = Optional.empty();
  }

  private Edge edge(JdbcClient client, Optional<String> note) {
    Optional<SignedCheckpoint> newest = note.map(it -> parsed(it, controller));
    Optional<Checkpoint> durable = newest.map(SignedCheckpoint::checkpoint);
    Edge mine = edge;
    if (mine != null && durable.isPresent() && durable.equals(last)) return mine;
    Checkpoint from =
        durable.orElseGet(() -> new Checkpoint(key.verifier().name(), 0, Merkle.empty()));
    if (newest.isPresent() && newest.get().standing(key.verifier()) != Note.Standing.SIGNED)
      throw LogRefused.altered(controller, "has a checkpoint that its key did not sign");
    shelf.allows(from);
    Edge tree = new Edge(from.size(), new TableTiles.Within(client));
    if (!tree.root().equals(from.root()))
      throw LogRefused.altered(controller, "does not lead to its own checkpoint");
    // Why before more is written: as long as it cannot be kept, nothing follows it.
    newest.ifPresent(shelf::keep);
    return tree;
  }

  /** Entries, hashes and checkpoint: what is forced to the disk together is sent together. */
  private Batch write(JdbcClient client, Edge tree, List<byte[]> entries) {
    long first = tree.size();
    List<byte[]> leaves = new ArrayList<>(entries.size());
    Map<Tile, byte[]> tiles = new LinkedHashMap<>();
    for (byte[] entry : entries) {
      Hash leaf = Merkle.leaf(entry);
      leaves.add(leaf.bytes());
      tree.add(leaf, tiles::put);
    }
    tiles.forEach(
        (tile, hashes) ->
            client
                .sql("insert into ledger_node (controller, level, index, hash) values (?, ?, ?, ?)")
                .params(controller, tile.level() + 1, tile.index(), root(hashes).bytes())
                .update());
    tree.partial(tiles::put);
    SignedCheckpoint signed =
        SignedCheckpoint.of(new Checkpoint(key.verifier().name(), tree.size(), tree.root()), key);
    client
        .sql(
            "with entries as ("
                + "insert into ledger_entry (controller, index, bytes, leaf)"
                + " select ?, ? + n - 1, b, l"
                + " from unnest(?::bytea[], ?::bytea[]) with ordinality as t (b, l, n))"
                + " insert into ledger_checkpoint (controller, size, note) values (?, ?, ?)")
        .params(
            controller,
            first,
            array(entries),
            array(leaves),
            controller,
            tree.size(),
            signed.toString())
        .update();
    return Batch.of(first, entries, tiles, signed);
  }

  private static Hash root(byte[] hashes) {
    Range range = new Range();
    for (int at = 0; at < hashes.length; at += Hash.BYTES) range.add(Hash.at(hashes, at));
    return range.root();
  }

  private static SqlArrayValue array(List<byte[]> bytes) {
    return new SqlArrayValue("bytea", (Object[]) bytes.toArray(new byte[0][]));
  }
}
