// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.tile.Edge;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.tree.Range;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The superuser of a running server's own database, by hand. */
final class Attacker {
  private static final List<String> TABLES =
      List.of("ledger_entry", "ledger_node", "ledger_checkpoint");
  private static final String OWN = " where controller = 'example'";

  private final PGSimpleDataSource source = new PGSimpleDataSource();
  private final JdbcClient superuser;

  Attacker(Path data) throws IOException {
    String port = Files.readAllLines(data.resolve("database/postmaster.pid")).get(3);
    source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/probity");
    source.setUser("postgres");
    source.setPassword(Files.readAllLines(data.resolve("credentials")).getFirst());
    this.superuser = JdbcClient.create(source);
  }

  /** Keeps the log as it is now under a name, as a dump does. */
  void dump(String name) {
    for (String table : TABLES)
      run("create table public." + name + "_" + table + " as select * from probity." + table);
  }

  void putBack(String name) {
    for (String table : TABLES) {
      run("delete from probity." + table + OWN);
      run("insert into probity." + table + " select * from public." + name + "_" + table + OWN);
    }
  }

  /** As when the time of whoever had mail to send is over. */
  void dueAtOnce() {
    run("update probity.mail set due_at = clock_timestamp() where sealed is not null");
  }

  /** A text in clear, in a table of his own. */
  void plant(String text) {
    run("create table public.planted as select '" + text + "' as text");
  }

  void change(long index) {
    run("update probity.ledger_entry set bytes = 'changed'" + OWN + " and index = " + index);
  }

  void cutOff(long size) {
    run("delete from probity.ledger_entry" + OWN + " and index >= " + size);
    run("delete from probity.ledger_checkpoint" + OWN + " and size > " + size);
    run("delete from probity.ledger_node" + OWN + " and (index + 1) << (8 * level) > " + size);
  }

  void hashLeaves() {
    run("update probity.ledger_entry set leaf = sha256('\\x00'::bytea || bytes)" + OWN);
  }

  /** Every node anew. */
  void hashNodes() {
    tree(new HashMap<>());
  }

  /** Every checkpoint anew, with the log's own key. */
  void sign(Path key) throws IOException {
    SigningKey signing = SigningKey.parse(Files.readString(key)).orElseThrow();
    Map<Long, Hash> roots = new HashMap<>();
    superuser
        .sql("select size from probity.ledger_checkpoint" + OWN)
        .query(Long.class)
        .list()
        .forEach(size -> roots.put(size, Merkle.empty()));
    tree(roots);
    roots.forEach(
        (size, root) ->
            superuser
                .sql("update probity.ledger_checkpoint set note = ?" + OWN + " and size = ?")
                .params(
                    SignedCheckpoint.of(new Checkpoint("probity/example", size, root), signing)
                        .toString(),
                    size)
                .update());
  }

  private void tree(Map<Long, Hash> roots) {
    Edge edge = new Edge();
    List<byte[]> entries =
        superuser
            .sql("select bytes from probity.ledger_entry" + OWN + " order by index")
            .query((row, number) -> row.getBytes(1))
            .list();
    for (byte[] entry : entries) {
      edge.add(
          Merkle.leaf(entry),
          (tile, hashes) ->
              superuser
                  .sql(
                      "update probity.ledger_node set hash = ?"
                          + OWN
                          + " and level = ? and index = ?")
                  .params(root(hashes), tile.level() + 1, tile.index())
                  .update());
      roots.computeIfPresent(edge.size(), (size, none) -> edge.root());
    }
  }

  private static byte[] root(byte[] hashes) {
    Range range = new Range();
    for (int at = 0; at < hashes.length; at += Hash.BYTES) range.add(Hash.at(hashes, at));
    return range.root().bytes();
  }

  String bytes(long index) {
    return new String(
        superuser
            .sql("select bytes from probity.ledger_entry" + OWN + " and index = " + index)
            .query((row, number) -> row.getBytes(1))
            .single(),
        StandardCharsets.UTF_8);
  }

  /** A transaction that keeps everybody from writing to a table. */
  Connection locked(String table) throws SQLException {
    Connection connection = source.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table probity." + table + " in exclusive mode");
    }
    return connection;
  }

  long count(String sql) {
    return superuser.sql(sql).query(Long.class).single();
  }

  private void run(String sql) {
    superuser.sql(sql).update();
  }
}
