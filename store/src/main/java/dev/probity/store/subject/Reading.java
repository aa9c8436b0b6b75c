// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.store.Tenancy;
import dev.probity.store.register.Registered;
import dev.probity.store.register.Registers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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

/** Reads the sheets of many people at once. */
record Reading(Tenancy tenancy, Sealer sealer, Registers registers, String controller) {
  private static final byte[] NOTHING = new byte[0];

  private record Row(
      byte[] subject,
      Rows.OfSubject person,
      byte @Nullable [] device,
      byte @Nullable [] sealed,
      Instant sealedAt) {
    static Row of(ResultSet row, int number) throws SQLException {
      Timestamp sealedAt = row.getTimestamp(5);
      return new Row(
          row.getBytes(1),
          new Rows.OfSubject(
              row.getBytes(6),
              row.getTimestamp(7).toInstant(),
              row.getTimestamp(2).toInstant(),
              row.getBoolean(8)),
          row.getBytes(3),
          row.getBytes(4),
          sealedAt == null ? Instant.EPOCH : sealedAt.toInstant());
    }
  }

  Map<Who, Held> of(Collection<Who> asked) {
    Map<Who, String> names = new HashMap<>();
    for (Who who : asked) names.put(who, hex(sealer.subject(controller, who.subject())));
    byte[][] subjects =
        names.values().stream().distinct().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
    if (subjects.length == 0) return Map.of();
    Map<String, List<Row>> rows = new HashMap<>();
    List<Row> read = tenancy.asking(client -> rows(client, subjects));
    Registered standing = registers.standing(controller);
    for (Row row : read) rows.computeIfAbsent(hex(row.subject()), s -> new ArrayList<>()).add(row);
    Map<Who, Held> held = new HashMap<>();
    names.forEach(
        (who, name) -> {
          List<Row> of = rows.get(name);
          if (of != null) opened(who, of, standing).ifPresent(h -> held.put(who, h));
        });
    return held;
  }

  private List<Row> rows(JdbcClient client, byte[][] subjects) {
    return client
        .sql("select * from people_held(?, ?)")
        .params(controller, subjects)
        .query(Row::of)
        .list();
  }

  private Optional<Held> opened(Who who, List<Row> rows, Registered standing) {
    Row first = rows.getFirst();
    // Why: of who was erased nothing is known any more, not even that she was here.
    if (sealer
        .open(
            controller,
            first.subject(),
            Sealer.NAME,
            first.person().handle(),
            first.person().created())
        .isEmpty()) return Optional.empty();
    byte[] device = sealer.device(controller, who);
    byte[] own = NOTHING;
    byte[] ofDevice = NOTHING;
    for (Row row : rows) {
      if (row.device() == null || row.sealed() == null) continue;
      boolean hers = row.device().length == 0;
      if (!hers && !Arrays.equals(row.device(), device)) continue;
      byte[] sheet =
          sealer
              .sheet(
                  controller,
                  row.subject(),
                  row.device(),
                  new Rows.OfSheet(row.sealed(), row.sealedAt()))
              .orElse(NOTHING);
      if (hers) own = sheet;
      else ofDevice = sheet;
    }
    return Optional.of(
        new Held(own, ofDevice, first.person().changed(), first.person().keptOut(), standing));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
