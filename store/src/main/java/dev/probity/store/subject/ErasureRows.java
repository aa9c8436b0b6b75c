// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.ledger.entry.PackPin;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows about erasures of one controller. */
record ErasureRows(JdbcClient client, String controller) {
  private static final String SELECT =
      "select subject, pack, event, intent, receipt, dark, linked_until from erasure ";

  /** An erasure, at its end where there is a receipt. */
  record Begun(
      byte[] subject,
      PackPin pack,
      String event,
      long intent,
      Optional<Long> receipt,
      Optional<LocalDate> dark,
      LocalDate linkedUntil) {
    static Begun of(ResultSet row, int number) throws SQLException {
      return new Begun(
          row.getBytes(1),
          new PackPin(row.getString(2)),
          row.getString(3),
          row.getLong(4),
          Optional.ofNullable(row.getObject(5, Long.class)),
          Optional.ofNullable(row.getObject(6, LocalDate.class)),
          row.getObject(7, LocalDate.class));
    }

    Optional<Erasure> ended() {
      return receipt.flatMap(
          index -> dark.map(day -> new Erasure(intent, index, day, linkedUntil, event)));
    }
  }

  Optional<Begun> of(byte[] subject) {
    return client.sql(SELECT + "where subject = ?").param(subject).query(Begun::of).optional();
  }

  /** Those that somebody began and did not end. */
  List<Begun> open() {
    return client.sql(SELECT + "where receipt is null").query(Begun::of).list();
  }

  /** Those whose people no duty needs to be known any more. */
  List<byte[]> due(LocalDate today) {
    return client
        .sql("select subject from erasure where receipt is not null and linked_until <= ?")
        .param(Date.valueOf(today))
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  /** False where something of hers has changed since then. */
  boolean remove(byte[] subject, Instant since) {
    return client
            .sql("delete from subject where subject = ? and changed_at = ?")
            .params(subject, Timestamp.from(since))
            .update()
        == 1;
  }

  void begin(byte[] subject, Order order, Instant at, long intent) {
    client
        .sql(
            "insert into erasure (controller, subject, pack, event, begun_at, intent, linked_until)"
                + " values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            controller,
            subject,
            order.pack().text(),
            order.event(),
            Timestamp.from(at),
            intent,
            Date.valueOf(order.linkedUntil()))
        .update();
  }

  /** False where another server has ended it. */
  boolean end(byte[] subject, long receipt, LocalDate dark) {
    return client
            .sql("update erasure set receipt = ?, dark = ? where subject = ? and receipt is null")
            .params(receipt, Date.valueOf(dark), subject)
            .update()
        == 1;
  }

  void forget(byte[] subject) {
    client.sql("delete from erasure where subject = ?").param(subject).update();
  }

  void suppress(byte[] blind, LocalDate since, byte[] refused) {
    client
        .sql(
            "insert into suppression (controller, blind, since, refused) values (?, ?, ?, ?)"
                + " on conflict (controller, blind)"
                + " do update set since = excluded.since, refused = excluded.refused")
        .params(controller, blind, Date.valueOf(since), refused)
        .update();
  }
}
