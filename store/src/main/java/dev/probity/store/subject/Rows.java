// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.vault.seal.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The rows about people of one controller, as they stand: nobody in them is named. */
record Rows(JdbcClient client, String controller) {
  /** A person. */
  record OfSubject(byte[] handle, Instant created, Instant changed, boolean keptOut) {}

  /** A sheet. */
  record OfSheet(byte[] sealed, Instant at) {}

  /** A value. */
  record OfDatum(byte[] part, Origin origin, byte[] sealed, boolean claimed) {}

  /** Whom any of these identifiers names. */
  List<byte[]> known(List<byte[]> blinds) {
    if (blinds.isEmpty()) return List.of();
    return client
        .sql("select distinct subject from subject_identifier where blind = any(?)")
        .param((Object) blinds.toArray(byte[][]::new))
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  Optional<OfSubject> subject(byte[] subject) {
    return client
        .sql("select handle, created_at, changed_at, kept_out from subject where subject = ?")
        .param(subject)
        .query(
            (row, number) ->
                new OfSubject(
                    row.getBytes(1),
                    row.getTimestamp(2).toInstant(),
                    row.getTimestamp(3).toInstant(),
                    row.getBoolean(4)))
        .optional();
  }

  Optional<OfSheet> sheet(byte[] subject, byte[] device) {
    return client
        .sql("select sealed, sealed_at from held where subject = ? and device = ?")
        .params(subject, device)
        .query((row, number) -> new OfSheet(row.getBytes(1), row.getTimestamp(2).toInstant()))
        .optional();
  }

  private static Instant moment(ResultSet row, int column) {
    try {
      return row.getTimestamp(column).toInstant();
    } catch (SQLException e) {
      throw new IllegalStateException("a row that was read", e);
    }
  }

  /** What names her. */
  List<byte[]> names(byte[] subject) {
    return client
        .sql("select blind from subject_identifier where subject = ?")
        .param(subject)
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  /** How many of her devices something is held of. */
  int devices(byte[] subject) {
    return client
        .sql("select count(*) from held where subject = ? and octet_length(device) > 0")
        .param(subject)
        .query(Integer.class)
        .single();
  }

  List<OfDatum> data(byte[] subject) {
    return client
        .sql(
            "select part, element, source, point, pack, given_at, sealed, claimed from datum"
                + " where subject = ? order by given_at, part, element")
        .param(subject)
        .query(
            (row, number) ->
                new OfDatum(
                    row.getBytes(1),
                    new Origin(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()),
                    row.getBytes(7),
                    row.getBoolean(8)))
        .list();
  }

  /** What those had refused whom these keep out, the latest first. */
  List<byte[]> refused(List<byte[]> suppressions) {
    if (suppressions.isEmpty()) return List.of();
    return client
        .sql("select refused from suppression where blind = any(?) order by since desc")
        .param((Object) suppressions.toArray(byte[][]::new))
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  /** How somebody stands, as {@link #seen} reads it. */
  record Seen(byte[] subject, OfSubject person, Optional<OfSheet> sheet) {}

  /** Whom this number or any of these identifiers stands for; chooses the controller itself. */
  List<Seen> seen(byte[] subject, List<byte[]> blinds, byte[] device) {
    return client
        .sql("select * from person_seen(?, ?, ?::bytea[], ?)")
        .params(controller, subject, array(blinds), device)
        .query(
            (row, number) ->
                new Seen(
                    row.getBytes(1),
                    new OfSubject(
                        row.getBytes(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant(),
                        row.getBoolean(5)),
                    Optional.ofNullable(row.getBytes(6))
                        .map(dark -> new OfSheet(dark, moment(row, 7)))))
        .list();
  }

  /** All of it in one round trip; false, and nothing is written, where she has changed since. */
  boolean write(Prepared it) {
    Before before = it.before();
    List<OfDatum> data = it.values();
    return client
        .sql(
            "select person_written(?, ?, ?, ?, ?, ?::bytea[], ?::boolean, ?, ?::bytea, ?::text[],"
                + " ?::bytea[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],"
                + " ?::bytea[], ?::boolean[])")
        .params(
            Arrays.asList(
                before.subject(),
                before.fresh(),
                it.handle(),
                Timestamp.from(before.changed()),
                Timestamp.from(it.moment()),
                array(before.blinds()),
                before.keptOut() ? (Boolean) data.isEmpty() : null,
                it.device(),
                it.sheet().orElse(null),
                texts(it.instead()),
                array(data.stream().map(OfDatum::part).toList()),
                texts(data.stream().map(d -> d.origin().element()).toList()),
                texts(data.stream().map(d -> d.origin().source()).toList()),
                texts(data.stream().map(d -> d.origin().point()).toList()),
                texts(data.stream().map(d -> d.origin().pack()).toList()),
                texts(data.stream().map(d -> d.origin().at().toString()).toList()),
                array(data.stream().map(OfDatum::sealed).toList()),
                new SqlArrayValue(
                    "boolean",
                    (Object[]) data.stream().map(OfDatum::claimed).toArray(Boolean[]::new))))
        .query(Boolean.class)
        .single();
  }

  private static SqlArrayValue array(List<byte[]> bytes) {
    return new SqlArrayValue("bytea", (Object[]) bytes.toArray(new byte[0][]));
  }

  private static SqlArrayValue texts(List<String> texts) {
    return new SqlArrayValue("text", (Object[]) texts.toArray(new String[0]));
  }
}
