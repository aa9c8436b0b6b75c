// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.vault.seal.Origin;
import java.sql.Timestamp;
import java.time.Instant;
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

  /** Whether only she herself may have anything held of her. */
  void keepOut(byte[] subject, boolean out) {
    client.sql("update subject set kept_out = ? where subject = ?").params(out, subject).update();
  }

  void begin(byte[] subject, byte[] handle, Instant at) {
    Timestamp now = Timestamp.from(at);
    client
        .sql(
            "insert into subject (controller, subject, handle, created_at, changed_at)"
                + " values (?, ?, ?, ?, ?)")
        .params(controller, subject, handle, now, now)
        .update();
  }

  /** The caller holds the log, so nobody else names anybody meanwhile. */
  void name(List<byte[]> blinds, byte[] subject) {
    if (blinds.isEmpty()) return;
    client
        .sql(
            "insert into subject_identifier (controller, blind, subject)"
                + " select ?, b, ? from unnest(?::bytea[]) as t (b) on conflict do nothing")
        .params(controller, subject, array(blinds))
        .update();
  }

  /** False where something of hers has changed since then. */
  boolean advance(byte[] subject, Instant since, Instant to) {
    return client
            .sql("update subject set changed_at = ? where subject = ? and changed_at = ?")
            .params(Timestamp.from(to), subject, Timestamp.from(since))
            .update()
        == 1;
  }

  void hold(byte[] subject, byte[] device, byte[] sealed, Instant at) {
    client
        .sql(
            "insert into held (controller, subject, device, sealed, sealed_at)"
                + " values (?, ?, ?, ?, ?) on conflict (controller, subject, device)"
                + " do update set sealed = excluded.sealed, sealed_at = excluded.sealed_at")
        .params(controller, subject, device, sealed, Timestamp.from(at))
        .update();
  }

  void forget(byte[] subject, List<String> elements) {
    if (elements.isEmpty()) return;
    client
        .sql("delete from datum where subject = ? and element = any(?)")
        .params(subject, elements.toArray(String[]::new))
        .update();
  }

  void keep(byte[] subject, List<OfDatum> data) {
    if (data.isEmpty()) return;
    client
        .sql(
            "insert into datum (controller, subject, part, element, source, point, pack, given_at,"
                + " sealed, claimed) select ?, ?, * from unnest(?::bytea[], ?::text[], ?::text[],"
                + " ?::text[], ?::text[], ?::timestamptz[], ?::bytea[], ?::boolean[])")
        .params(
            controller,
            subject,
            array(data.stream().map(OfDatum::part).toList()),
            texts(data.stream().map(d -> d.origin().element()).toList()),
            texts(data.stream().map(d -> d.origin().source()).toList()),
            texts(data.stream().map(d -> d.origin().point()).toList()),
            texts(data.stream().map(d -> d.origin().pack()).toList()),
            texts(data.stream().map(d -> d.origin().at().toString()).toList()),
            array(data.stream().map(OfDatum::sealed).toList()),
            new SqlArrayValue(
                "boolean", (Object[]) data.stream().map(OfDatum::claimed).toArray(Boolean[]::new)))
        .update();
  }

  private static SqlArrayValue array(List<byte[]> bytes) {
    return new SqlArrayValue("bytea", (Object[]) bytes.toArray(new byte[0][]));
  }

  private static SqlArrayValue texts(List<String> texts) {
    return new SqlArrayValue("text", (Object[]) texts.toArray(new String[0]));
  }
}
