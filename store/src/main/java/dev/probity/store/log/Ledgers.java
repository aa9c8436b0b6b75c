// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import com.google.crypto.tink.subtle.Ed25519Sign;
import dev.probity.ledger.log.Appended;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.Log;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.store.Tenancy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * The logs of all controllers: entries, hashes and checkpoints in the database; the signing key of
 * each, and its checkpoints once more, in a folder outside of it. Several servers on one database
 * share that folder. Safe for many threads.
 */
public final class Ledgers {
  /**
   * Why no virtual threads: each answer of the database and each look at a file would pass through
   * another thread. One for each log in use, none for one at rest.
   */
  private final Executor writers =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().name("ledger-writer-", 0).daemon().factory());

  private final Tenancy tenancy;
  private final Path folder;
  private final SecureRandom random;
  private final Map<String, Opened> open = new ConcurrentHashMap<>();

  private record Opened(VerifierKey key, TableLog log, Witnessed witnessed) {}

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

  /** What has become of a request, if it was sent before; needs no key of the log. */
  public Optional<Once.Outcome> before(String controller, Once once) {
    return tenancy.in(controller, once::before);
  }

  /** Appends as {@link Log#append} does, unless the request was sent before. */
  public Once.Outcome append(String controller, List<Draft> drafts, Once once) {
    return opened(controller).log().append(drafts, once, Along.NOTHING).orElseThrow();
  }

  /**
   * Appends, and writes what goes with it in the same transaction.
   *
   * @return nothing, and nothing is written, where that says so
   */
  public Optional<Appended> append(String controller, List<Draft> drafts, Along along) {
    return opened(controller).log().appendWith(drafts, along);
  }

  /** As {@link #append(String, List, Along)}, unless the request was sent before. */
  public Optional<Once.Outcome> append(
      String controller, List<Draft> drafts, Once once, Along along) {
    return opened(controller).log().append(drafts, once, along);
  }

  /** What verifies the log's checkpoints and receipts. */
  public VerifierKey key(String controller) {
    return opened(controller).key();
  }

  /** The newest checkpoint that a witness signed too; nothing where there is none. */
  public Optional<SignedCheckpoint> witnessed(String controller) {
    return opened(controller).witnessed().read();
  }

  void keepWitnessed(String controller, SignedCheckpoint cosigned) {
    opened(controller).witnessed().write(cosigned);
  }

  /** Whether the log was used, by any server: looking at it does not begin it. */
  boolean begun(String controller) {
    return Files.exists(folder.resolve(controller).resolve("checkpoints"));
  }

  /** Java's own takes 0.65 ms for a signature and Tink's 0.08 (one core of an EPYC, JDK 25). */
  static UnaryOperator<byte[]> library(byte[] seed) {
    try {
      Ed25519Sign signer = new Ed25519Sign(seed);
      return message -> {
        try {
          return signer.sign(message);
        } catch (GeneralSecurityException e) {
          throw new IllegalStateException("Tink signs nothing", e);
        }
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink takes no seed", e);
    }
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
    SigningKey key =
        new KeyFile(own).open("probity/" + controller, begun, random).signing(Ledgers::library);
    Shelf shelf = new Shelf(own.resolve("checkpoints"), key.verifier().name());
    Witnessed witnessed = new Witnessed(own.resolve("witnessed"), key.verifier());
    return new Opened(
        key.verifier(),
        new TableLog(tenancy, controller, key, shelf, witnessed, writers),
        witnessed);
  }
}
