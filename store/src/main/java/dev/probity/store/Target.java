// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import java.nio.file.Path;

/** Which database. Both kinds are immutable. */
public sealed interface Target {
  /**
   * PostgreSQL in a data directory, started and stopped with us.
   *
   * @param data the data directory, made where it is missing
   * @param programs where the database's programs are unpacked; usually the data directory
   * @param path directories with the machine's programs, as {@code PATH} lists them
   */
  record Embedded(Path data, Path programs, String path) implements Target {}

  /**
   * PostgreSQL that somebody else runs.
   *
   * @param url {@code jdbc:postgresql://host/database}
   * @param application who decides and stores: neither superuser nor owner
   * @param owner who owns the schema and changes it, at the start only
   */
  record External(String url, Login application, Login owner) implements Target {}
}
