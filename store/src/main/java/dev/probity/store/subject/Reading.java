// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.store.Tenancy;
import dev.probity.store.Together;
import dev.probity.store.register.Registered;
import dev.probity.store.register.Registers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the sheets of many people at once. */
record Reading(People people, Sealer sealer, Registers registers, String controller) {
  private static final byte[] NOTHING = new byte[0];

  /** Rows of people of one controller by their numbers, for all who ask at one time. */
  static final class People {
    private static final int FEW = 16;

    private final Tenancy tenancy;
    private final String controller;
    private final Together<Set<String>, Map<String, List<Row>>> together;

    People(Tenancy tenancy, String controller) {
      this.tenancy = tenancy;
      this.controller = controller;
      together =
          new Together<>(
              asked -> {
                Set<String> all = new HashSet<>();
                asked.forEach(all::addAll);
                return Collections.nCopies(asked.size(), alone(all));
              });
    }

    /** Who asks for many goes alone: nobody waits for thousands whom he did not ask for. */
    private Map<String, List<Row>> of(Set<String> numbers) {
      return numbers.size() > FEW ? alone(numbers) : together.ask(numbers);
    }

    private Map<String, List<Row>> alone(Set<String> numbers) {
      return tenancy.asking(client -> rows(client, controller, numbers));
    }

    private static Map<String, List<Row>> rows(
        JdbcClient client, String controller, Set<String> numbers) {
      return client
          .sql("select * from people_held(?, ?)")
          .params(controller, numbers.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
          .query(Row::of)
          .list()
          .stream()
          .collect(Collectors.groupingBy(row -> hex(row.subject())));
    }
  }

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
    if (names.isEmpty()) return Map.of();
    Map<String, List<Row>> rows = people.of(Set.copyOf(names.values()));
    Registered standing = registers.standing(controller);
    Map<Who, Held> held = new HashMap<>();
    names.forEach(
        (who, name) -> {
          List<Row> of = rows.get(name);
          if (of != null) opened(who, of, standing).ifPresent(h -> held.put(who, h));
        });
    return held;
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
