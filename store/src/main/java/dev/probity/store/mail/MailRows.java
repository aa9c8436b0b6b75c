// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.mail;

import dev.probity.store.subject.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of mail of one controller. Times are the database's, which all servers share. */
record MailRows(JdbcClient client, String controller) {
  /** A way out, as it stands. */
  record Found(byte[] subject, String purpose, String language) {}

  void queue(long mail, Letter letter, Sealed sealed) {
    client
        .sql(
            "insert into mail (controller, mail, subject, purpose, sealed, sealed_at, state,"
                + " due_at) values (?, ?, ?, ?, ?, ?, 'queued', clock_timestamp())")
        .params(
            controller,
            mail,
            sealed.subject(),
            letter.purpose(),
            sealed.bytes(),
            Timestamp.from(letter.at()))
        .update();
  }

  void keepWay(byte[] hash, Letter letter, Sealed sealed) {
    client
        .sql(
            "insert into way_out (controller, hash, subject, purpose, language)"
                + " values (?, ?, ?, ?, ?)")
        .params(controller, hash, sealed.subject(), letter.purpose(), letter.language())
        .update();
  }

  void keepPixel(byte[] hash, long mail, byte[] subject) {
    client
        .sql("insert into pixel (controller, hash, subject, mail) values (?, ?, ?, ?)")
        .params(controller, hash, subject, mail)
        .update();
  }

  /** The pseudonym and the mail. */
  record Opened(byte[] subject, long mail) {}

  Optional<Opened> pixel(byte[] hash) {
    return client
        .sql("select subject, mail from pixel where hash = ?")
        .param(hash)
        .query((row, number) -> new Opened(row.getBytes(1), row.getLong(2)))
        .optional();
  }

  boolean spend(byte[] hash) {
    return one("delete from pixel where hash = ?", new Object[] {hash});
  }

  Optional<State> state(long mail) {
    return client
        .sql("select state from mail where mail = ?")
        .param(mail)
        .query((row, number) -> State.of(row.getString(1)))
        .optional();
  }

  /** Skips what another server is just taking; what it has taken is not due. */
  List<Claim> claim(int most, Duration lease) {
    return client
        .sql(
            "update mail set fence = fence + 1, tries = tries + 1,"
                + " due_at = clock_timestamp() + make_interval(secs => ?)"
                + " where mail in (select mail from mail where sealed is not null"
                + " and due_at <= clock_timestamp() order by due_at limit ?"
                + " for update skip locked)"
                + " returning mail, purpose, subject, sealed, sealed_at, state, tries, fence")
        .params(seconds(lease), most)
        .query(this::claim)
        .list();
  }

  private Claim claim(ResultSet row, int number) throws SQLException {
    return new Claim(
        controller,
        row.getLong(1),
        row.getString(2),
        new Sealed(row.getBytes(3), row.getBytes(4)),
        row.getTimestamp(5).toInstant(),
        State.of(row.getString(6)) == State.LEAVING,
        row.getInt(7),
        row.getLong(8));
  }

  boolean leave(Claim claim, Duration lease) {
    return one(
        "update mail set state = 'leaving', due_at = clock_timestamp() + make_interval(secs => ?)"
            + " where mail = ? and fence = ? and state = 'queued'",
        seconds(lease),
        claim.mail(),
        claim.fence());
  }

  boolean keep(Claim claim, Duration until) {
    return one(
        "update mail set due_at = clock_timestamp() + make_interval(secs => ?)"
            + " where mail = ? and fence = ? and sealed is not null",
        seconds(until),
        claim.mail(),
        claim.fence());
  }

  boolean end(Claim claim, State state) {
    return one(
        "update mail set state = ?, sealed = null"
            + " where mail = ? and fence = ? and sealed is not null",
        state.word(),
        claim.mail(),
        claim.fence());
  }

  /** Not what is leaving: that is with a mail server perhaps, and decided by who has it. */
  void holdBack(byte[] subject, Collection<String> purposes) {
    client
        .sql(
            "update mail set state = 'held-back', sealed = null"
                + " where subject = ? and purpose = any(?) and state = 'queued'")
        .params(subject, purposes.toArray(String[]::new))
        .update();
  }

  Optional<Found> way(byte[] hash) {
    return client
        .sql("select subject, purpose, language from way_out where hash = ?")
        .param(hash)
        .query((row, number) -> new Found(row.getBytes(1), row.getString(2), row.getString(3)))
        .optional();
  }

  OptionalLong millisToNext() {
    return client
        .sql(
            "select extract(epoch from min(due_at) - clock_timestamp()) * 1000 from mail"
                + " where sealed is not null")
        .query(
            (row, number) -> {
              double millis = row.getDouble(1);
              return row.wasNull()
                  ? OptionalLong.empty()
                  : OptionalLong.of(Math.max(0, (long) Math.ceil(millis)));
            })
        .single();
  }

  private boolean one(String sql, Object... params) {
    return client.sql(sql).params(params).update() == 1;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
