// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.vault.seal.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  /**
   * Who is looked for.
   *
   * @param subject her number; empty where identifiers name her
   */
  record Look(byte[] subject, List<byte[]> blinds, byte[] device) {}

  /** How somebody stands. */
  record Seen(byte[] subject, OfSubject person, Optional<OfSheet> sheet) {}

  private record Found(int of, Seen seen) {}

  /**
   * For each look whom it finds; chooses the controller itself. Identifiers may name more than one.
   */
  List<List<Seen>> seen(List<Look> looks) {
    Many<Look> many = new Many<>(looks);
    Many.Parts<byte[]> blinds = many.parts(Look::blinds);
    List<List<Seen>> seen = new ArrayList<>();
    looks.forEach(look -> seen.add(new ArrayList<>()));
    client
        .sql("select * from people_seen(?, ?::bytea[], ?::bytea[], ?::int[], ?::bytea[])")
        .params(
            controller,
            many.bytes(Look::subject),
            many.bytes(Look::device),
            blinds.of(),
            blinds.parts().bytes(b -> b))
        .query(
            (row, number) ->
                new Found(
                    row.getInt(1),
                    new Seen(
                        row.getBytes(2),
                        new OfSubject(
                            row.getBytes(3),
                            row.getTimestamp(4).toInstant(),
                            row.getTimestamp(5).toInstant(),
                            row.getBoolean(6)),
                        Optional.ofNullable(row.getBytes(7))
                            .map(dark -> new OfSheet(dark, moment(row, 8))))))
        .list()
        .forEach(found -> seen.get(found.of() - 1).add(found.seen()));
    return seen;
  }

  /**
   * All of it in one round trip; false, and nothing is written of her, where she has changed since.
   *
   * @param all no two of one person or of one name
   */
  List<Boolean> write(List<Prepared> all) {
    Many<Prepared> many = new Many<>(all);
    Many.Parts<byte[]> blinds = many.parts(p -> p.before().blinds());
    Many.Parts<String> instead = many.parts(Prepared::instead);
    Many.Parts<OfDatum> values = many.parts(Prepared::values);
    return client
        .sql(
            "select people_written(?::bytea[], ?::boolean[], ?::bytea[], ?::timestamptz[],"
                + " ?::timestamptz[], ?::boolean[], ?::bytea[], ?::bytea[], ?::int[], ?::bytea[],"
                + " ?::int[], ?::text[], ?::int[], ?::bytea[], ?::text[], ?::text[], ?::text[],"
                + " ?::text[], ?::timestamptz[], ?::bytea[], ?::boolean[])")
        .params(
            many.bytes(p -> p.before().subject()),
            many.flags(p -> p.before().fresh()),
            many.bytes(Prepared::handle),
            many.texts(p -> p.before().changed().toString()),
            many.texts(p -> p.moment().toString()),
            many.flags(p -> p.before().keptOut() ? (Boolean) p.values().isEmpty() : null),
            many.bytes(Prepared::device),
            many.bytes(p -> p.sheet().orElse(null)),
            blinds.of(),
            blinds.parts().bytes(b -> b),
            instead.of(),
            instead.parts().texts(i -> i),
            values.of(),
            values.parts().bytes(OfDatum::part),
            values.parts().texts(v -> v.origin().element()),
            values.parts().texts(v -> v.origin().source()),
            values.parts().texts(v -> v.origin().point()),
            values.parts().texts(v -> v.origin().pack()),
            values.parts().texts(v -> v.origin().at().toString()),
            values.parts().bytes(OfDatum::sealed),
            values.parts().flags(OfDatum::claimed))
        .query((row, number) -> List.of((Boolean[]) row.getArray(1).getArray()))
        .single();
  }
}
