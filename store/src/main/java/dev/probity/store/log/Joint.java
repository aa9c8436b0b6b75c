// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written along for several callers in one round trip, where none is in another's way. */
public interface Joint extends Along {
  /** What it is about; two that share any of it are not written in one go. */
  Set<ByteBuffer> touches();

  /**
   * Writes these, of which this is one.
   *
   * @param all of this class, with nothing that two of them touch
   * @return for each of them what {@link Along#write} says
   */
  List<Boolean> writeAll(JdbcClient client, List<Joint> all);

  @Override
  default boolean write(JdbcClient client, long first) {
    return writeAll(client, List.of(this)).getFirst();
  }
}
