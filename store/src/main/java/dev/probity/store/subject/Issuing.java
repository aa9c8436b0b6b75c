// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One try, in one transaction, to find a person by her identifiers or to make her known. */
record Issuing(JdbcClient client, Sealer sealer, String controller) {
  static final String HANDLE = "handle";

  /** Somebody else made the same person known meanwhile; all of this try is undone. */
  static final class Raced extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    Raced() {
      super(null, null, false, false);
    }
  }

  /** Her id; nothing where the identifiers name two people, or one whose key is destroyed. */
  Optional<String> of(List<byte[]> blinds, Instant now) {
    List<byte[]> known = known(blinds);
    if (known.size() > 1) return Optional.empty();
    Optional<String> handle = known.isEmpty() ? Optional.of(fresh(now)) : handle(known.getFirst());
    handle.ifPresent(h -> name(blinds, sealer.subject(controller, h)));
    return handle;
  }

  private List<byte[]> known(List<byte[]> blinds) {
    if (blinds.isEmpty()) return List.of();
    return client
        .sql("select distinct subject from subject_identifier where blind = any(?)")
        .param((Object) blinds.toArray(byte[][]::new))
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  private String fresh(Instant now) {
    String handle = sealer.handle();
    byte[] subject = sealer.subject(controller, handle);
    sealer.enrol(controller, subject);
    byte[] plain = handle.getBytes(StandardCharsets.US_ASCII);
    byte[] sealed = sealer.seal(controller, subject, HANDLE, plain, now).orElseThrow();
    Timestamp at = Timestamp.from(now);
    client
        .sql(
            "insert into subject (controller, subject, handle, created_at, changed_at)"
                + " values (?, ?, ?, ?, ?)")
        .params(controller, subject, sealed, at, at)
        .update();
    return handle;
  }

  private Optional<String> handle(byte[] subject) {
    return client
        .sql("select handle, created_at from subject where subject = ?")
        .param(subject)
        .query(
            (row, number) ->
                sealer.open(
                    controller, subject, HANDLE, row.getBytes(1), row.getTimestamp(2).toInstant()))
        .single()
        .map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
  }

  private void name(List<byte[]> blinds, byte[] subject) {
    for (byte[] blind : blinds)
      client
          .sql(
              "insert into subject_identifier (controller, blind, subject) values (?, ?, ?)"
                  + " on conflict do nothing")
          .params(controller, blind, subject)
          .update();
    for (byte[] found : known(blinds)) if (!Arrays.equals(found, subject)) throw new Raced();
  }
}
