// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.store.Means;
import dev.probity.store.Tenancy;
import dev.probity.vault.keys.KeyStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people whom a controller holds facts about, each by an id that says nothing, with sheets that
 * nobody reads in the database. Nothing is remembered between two calls: whoever reads after a
 * change was acknowledged sees it, on any server. Safe for any number of threads; each call is one
 * transaction.
 */
public final class Subjects {
  private static final byte[] NOTHING = new byte[0];
  private static final String SHEET = "facts";

  private final Tenancy tenancy;
  private final Sealer sealer;
  private final InstantSource clock;

  public Subjects(Tenancy tenancy, KeyStore keys, Means means) {
    this.tenancy = tenancy;
    this.sealer = new Sealer(keys, means.random());
    this.clock = means.clock();
  }

  /** What becomes of a sheet; it is given as it is, with the moment that the change counts from. */
  public interface Change {
    byte[] of(byte[] sheet, Instant moment);
  }

  /**
   * The id of the person whom these identifiers name, by element; a new one where none of them is
   * known. Nothing where they name different people.
   */
  public Optional<String> issue(String controller, Map<String, String> knownAs) {
    List<byte[]> blinds = new ArrayList<>();
    knownAs.forEach((element, value) -> blinds.add(sealer.blind(controller, element, value)));
    // Why: in the order of their bytes, so that two servers wait for each other and not in a
    // circle.
    blinds.sort(Arrays::compareUnsigned);
    while (true) {
      try {
        return tenancy.in(
            controller, client -> new Issuing(client, sealer, controller).of(blinds, now()));
      } catch (Issuing.Raced again) {
        Thread.onSpinWait();
      }
    }
  }

  /** What is held of these people; who is not in the answer is nobody of this controller. */
  public Map<Who, Held> held(String controller, Collection<Who> asked) {
    Map<Who, String> names = new HashMap<>();
    for (Who who : asked) names.put(who, hex(sealer.subject(controller, who.subject())));
    byte[][] subjects =
        names.values().stream().distinct().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
    if (subjects.length == 0) return Map.of();
    Map<String, List<Row>> rows = new HashMap<>();
    for (Row row : tenancy.in(controller, client -> rows(client, subjects)))
      rows.computeIfAbsent(hex(row.subject()), s -> new ArrayList<>()).add(row);
    Map<Who, Held> held = new HashMap<>();
    names.forEach(
        (who, name) -> {
          List<Row> of = rows.get(name);
          if (of != null) opened(controller, who, of).ifPresent(h -> held.put(who, h));
        });
    return held;
  }

  private record Row(
      byte[] subject,
      Instant changed,
      byte @Nullable [] device,
      byte @Nullable [] sealed,
      Instant sealedAt,
      byte[] handle,
      Instant created) {
    static Row of(ResultSet row, int number) throws SQLException {
      Timestamp sealedAt = row.getTimestamp(5);
      return new Row(
          row.getBytes(1),
          row.getTimestamp(2).toInstant(),
          row.getBytes(3),
          row.getBytes(4),
          sealedAt == null ? Instant.EPOCH : sealedAt.toInstant(),
          row.getBytes(6),
          row.getTimestamp(7).toInstant());
    }
  }

  /** One statement, so that sheets and moments are of one snapshot. */
  private static List<Row> rows(JdbcClient client, byte[][] subjects) {
    return client
        .sql(
            "select s.subject, s.changed_at, h.device, h.sealed, h.sealed_at, s.handle,"
                + " s.created_at from subject s left join held h using (controller, subject)"
                + " where s.subject = any(?)")
        .param((Object) subjects)
        .query(Row::of)
        .list();
  }

  private Optional<Held> opened(String controller, Who who, List<Row> rows) {
    Row first = rows.getFirst();
    // Why: of who was erased nothing is known any more, not even that she was here.
    if (sealer
        .open(controller, first.subject(), Issuing.HANDLE, first.handle(), first.created())
        .isEmpty()) return Optional.empty();
    byte[] device = device(controller, who);
    byte[] own = NOTHING;
    byte[] ofDevice = NOTHING;
    for (Row row : rows) {
      if (row.device() == null || row.sealed() == null) continue;
      boolean hers = row.device().length == 0;
      if (!hers && !Arrays.equals(row.device(), device)) continue;
      byte[] sheet =
          sealer
              .open(
                  controller,
                  row.subject(),
                  SHEET + hex(row.device()),
                  row.sealed(),
                  row.sealedAt())
              .orElse(NOTHING);
      if (hers) own = sheet;
      else ofDevice = sheet;
    }
    return Optional.of(new Held(own, ofDevice, first.changed()));
  }

  /**
   * Changes the sheet of a person, or of her device where one is named.
   *
   * @return the moment from which on it counts; nothing where she is nobody of this controller
   */
  public Optional<Instant> change(String controller, Who who, Change change) {
    byte[] subject = sealer.subject(controller, who.subject());
    byte[] device = device(controller, who);
    String field = SHEET + hex(device);
    return tenancy.in(
        controller,
        client -> {
          Optional<Instant> before = lock(client, subject);
          if (before.isEmpty()) return Optional.empty();
          // Why: another server's clock may be ahead; what it acknowledged stays in the past.
          Instant moment = before.get().isAfter(now()) ? before.get() : now();
          byte[] sheet = sheet(client, controller, subject, device, field);
          Optional<byte[]> sealed =
              sealer.seal(controller, subject, field, change.of(sheet, moment), moment);
          sealed.ifPresent(bytes -> write(client, controller, subject, device, bytes, moment));
          return sealed.map(bytes -> moment);
        });
  }

  private static Optional<Instant> lock(JdbcClient client, byte[] subject) {
    return client
        .sql("select changed_at from subject where subject = ? for update")
        .param(subject)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  private byte[] sheet(
      JdbcClient client, String controller, byte[] subject, byte[] device, String field) {
    return client
        .sql("select sealed, sealed_at from held where subject = ? and device = ?")
        .params(subject, device)
        .query(
            (row, number) ->
                sealer.open(
                    controller, subject, field, row.getBytes(1), row.getTimestamp(2).toInstant()))
        .optional()
        .flatMap(opened -> opened)
        .orElse(NOTHING);
  }

  private static void write(
      JdbcClient client,
      String controller,
      byte[] subject,
      byte[] device,
      byte[] sealed,
      Instant moment) {
    Timestamp at = Timestamp.from(moment);
    client
        .sql(
            "insert into held (controller, subject, device, sealed, sealed_at)"
                + " values (?, ?, ?, ?, ?) on conflict (controller, subject, device)"
                + " do update set sealed = excluded.sealed, sealed_at = excluded.sealed_at")
        .params(controller, subject, device, sealed, at)
        .update();
    client.sql("update subject set changed_at = ? where subject = ?").params(at, subject).update();
  }

  private byte[] device(String controller, Who who) {
    return who.device().isEmpty() ? NOTHING : sealer.blind(controller, "device", who.device());
  }

  /** As exactly as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
