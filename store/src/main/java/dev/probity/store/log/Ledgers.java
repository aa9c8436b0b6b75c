// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.log.Log;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.store.Tenancy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The logs of all controllers: entries, hashes and checkpoints in the database; the signing key of
 * each, and its checkpoints once more, in a folder outside of it. Several servers on one database
 * share that folder. Safe for many threads.
 */
public final class Ledgers {
  private final Tenancy tenancy;
  private final Path folder;
  private final SecureRandom random;
  private final Map<String, Opened> open = new ConcurrentHashMap<>();

  private record Opened(VerifierKey key, Log log) {}

  /**
   * @param folder for keys and kept checkpoints, a folder in it for each controller
   */
  public Ledgers(Tenancy tenancy, Path folder, SecureRandom random) {
    this.tenancy = tenancy;
    this.folder = folder;
    this.random = random;
  }

  /**
   * The controller's log, which must be admitted; its first use makes its key.
   *
   * @throws LogRefused if key or kept checkpoints are not as they have to be
   */
  public Log of(String controller) {
    return opened(controller).log();
  }

  /** What verifies the log's checkpoints and receipts. */
  public VerifierKey key(String controller) {
    return opened(controller).key();
  }

  private Opened opened(String controller) {
    return open.computeIfAbsent(controller, this::open);
  }

  private Opened open(String controller) {
    boolean begun =
        tenancy.in(
            controller,
            client ->
                client
                    .sql("select exists (select from ledger_checkpoint)")
                    .query(Boolean.class)
                    .single());
    Path own = folder.resolve(controller);
    SigningKey key = new KeyFile(own).open("probity/" + controller, begun, random);
    Shelf shelf = new Shelf(own.resolve("checkpoints"));
    return new Opened(key.verifier(), new TableLog(tenancy, controller, key, shelf));
  }
}
