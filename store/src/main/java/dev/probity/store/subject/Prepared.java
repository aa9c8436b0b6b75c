// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.store.log.Joint;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is about to be written about a person, sealed already, so that the log is held for a few
 * statements alone. Immutable.
 *
 * @param sheet empty where it stays as it is
 * @param instead elements whose older values go
 * @param stands whether it may still be written, asked while the log is held
 */
record Prepared(
    String controller,
    Before before,
    byte[] device,
    Instant moment,
    byte[] handle,
    Optional<byte[]> sheet,
    List<String> instead,
    List<Rows.OfDatum> values,
    BooleanSupplier stands)
    implements Joint {
  /** Nothing where her key is destroyed. */
  static Optional<Prepared> of(
      Writing writing,
      Before before,
      byte[] device,
      Instant moment,
      Sealer sealer,
      String controller) {
    byte[] subject = before.subject();
    byte[] part = sealer.part();
    List<Rows.OfDatum> values = new ArrayList<>();
    List<String> instead = new ArrayList<>();
    for (Given given : writing.values()) {
      Optional<Rows.OfDatum> row = sealer.seal(controller, subject, part, given);
      if (row.isEmpty()) return Optional.empty();
      values.add(row.get());
      if (given.instead()) instead.add(given.origin().element());
    }
    Optional<byte[]> sheet =
        sealer.seal(controller, subject, Sealer.sheet(device), writing.sheet(), moment);
    Optional<byte[]> handle = sealer.handle(controller, before, moment);
    if (sheet.isEmpty() || handle.isEmpty()) return Optional.empty();
    boolean same = !before.fresh() && Arrays.equals(writing.sheet(), before.sheet());
    return Optional.of(
        new Prepared(
            controller,
            before,
            device,
            moment,
            handle.get(),
            sheet.filter(s -> !same && (!before.fresh() || writing.sheet().length > 0)),
            instead,
            values,
            // Why here: whoever takes a newcomer for forsaken holds the log too.
            () -> !before.fresh() || sealer.ready(controller, subject)));
  }

  @Override
  public Set<ByteBuffer> touches() {
    Set<ByteBuffer> touches = new HashSet<>();
    touches.add(ByteBuffer.wrap(before.subject()));
    before.blinds().forEach(blind -> touches.add(ByteBuffer.wrap(blind)));
    return touches;
  }

  /** Looks first whether each is as she was, and then writes. */
  @Override
  public List<Boolean> writeAll(JdbcClient client, List<Joint> all) {
    List<Boolean> standing = new ArrayList<>();
    List<Prepared> ready = new ArrayList<>();
    for (Joint one : all) {
      boolean stands = one instanceof Prepared prepared && prepared.stands.getAsBoolean();
      standing.add(stands);
      if (stands) ready.add((Prepared) one);
    }
    if (ready.isEmpty()) return standing;
    Iterator<Boolean> written = new Rows(client, controller).write(ready).iterator();
    return standing.stream().map(stands -> stands && written.next()).toList();
  }
}
