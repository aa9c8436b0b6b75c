// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import dev.probity.kernel.fault.Fault;
import dev.probity.store.Login;
import dev.probity.store.Means;
import dev.probity.store.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own that runs, in a data directory that we hold. Closing it stops the
 * database and lets go of the directory. One thread opens and closes it.
 */
public final class Embedded implements AutoCloseable {
  private final Credentials credentials;
  private final int port;
  private final @Nullable Cluster cluster;
  private final @Nullable Hold hold;
  private @Nullable Watch watch;

  private Embedded(
      Credentials credentials, int port, @Nullable Cluster cluster, @Nullable Hold hold) {
    this.credentials = credentials;
    this.port = port;
    this.cluster = cluster;
    this.hold = hold;
  }

  /** A database that can be asked, or why there is none. */
  public sealed interface Outcome {
    record Runs(Embedded embedded) implements Outcome {}

    record Refused(Fault fault) implements Outcome {}
  }

  /** Starts the database of a data directory; a second start of the same one is refused. */
  public static Outcome start(Target.Embedded target, Means means) {
    return outcome(target, () -> held(target, means));
  }

  /** The database that another process has started, else one started now. */
  public static Outcome joinOrStart(Target.Embedded target, Means means) {
    return outcome(
        target,
        () -> {
          Optional<Hold.Holder> other = other(target.data());
          if (other.isEmpty()) return held(target, means);
          Credentials credentials = Credentials.read(target.data());
          return new Embedded(credentials, other.get().port(), null, null);
        });
  }

  private interface Start {
    Embedded run() throws Refused, IOException;
  }

  private static Outcome outcome(Target.Embedded target, Start start) {
    try {
      return new Outcome.Runs(start.run());
    } catch (Refused refused) {
      return new Outcome.Refused(refused.fault());
    } catch (IOException e) {
      return new Outcome.Refused(
          new Refused(
                  "PRB-S001",
                  "the data directory cannot be used (" + e.getClass().getSimpleName() + ")",
                  "set PROBITY_DATA to a directory that you may write, on a disk with room",
                  target.data())
              .fault());
    }
  }

  /** A holder that lives and whose database listens. */
  private static Optional<Hold.Holder> other(Path data) throws IOException {
    if (!Files.isDirectory(data)) return Optional.empty();
    Optional<Hold> free = Hold.take(data);
    if (free.isPresent()) {
      free.get().close();
      return Optional.empty();
    }
    return Hold.Holder.of(data).filter(h -> h.port() > 0);
  }

  private static Embedded held(Target.Embedded target, Means means) throws Refused, IOException {
    Path data = target.data();
    Files.createDirectories(data);
    Hold hold = Hold.take(data).orElseThrow(() -> taken(data));
    try {
      return started(target, means, hold);
    } catch (Refused | IOException | RuntimeException | Error e) {
      hold.close();
      throw e;
    }
  }

  private static Refused taken(Path data) {
    String who = Hold.Holder.of(data).map(h -> "process " + h.process()).orElse("another process");
    return new Refused(
        "PRB-S002",
        who + " already serves this data directory",
        "stop it first, or set PROBITY_DATA to another directory",
        data);
  }

  private static Embedded started(Target.Embedded target, Means means, Hold hold)
      throws Refused, IOException {
    Path data = target.data();
    Programs programs = new Programs(target.path());
    Unprivileged user = Unprivileged.of(programs, data);
    Files.createDirectories(target.programs());
    // Why: the user that the database runs as must reach its files, and sees no others.
    boolean own = user.prefix().isEmpty() || user.owner() == 0;
    Files.setPosixFilePermissions(
        data, PosixFilePermissions.fromString(own ? "rwx------" : "rwx--x--x"));
    Path binaries =
        Binaries.in(
            target.programs(), System.getProperty("os.name"), System.getProperty("os.arch"));
    Cluster cluster = new Cluster(data, binaries, user, programs);
    Credentials credentials = credentials(data, cluster, means);
    if (!cluster.exists()) {
      means.says().accept("Setting up PostgreSQL " + Binaries.VERSION + " in " + data + " (once).");
      cluster.create(credentials);
    }
    Optional<Long> orphan = cluster.process();
    if (orphan.isPresent()) {
      means
          .says()
          .accept(
              "A database that outlived its Probity still runs (process "
                  + orphan.get()
                  + "); stopping it first.");
      cluster.stop();
    }
    try {
      int port = cluster.start();
      hold.listening(port);
      Embedded embedded = new Embedded(credentials, port, cluster, hold);
      Roles.ensure(embedded.url("postgres"), credentials, embedded.url("probity"));
      return embedded;
    } catch (Refused | IOException | RuntimeException | Error e) {
      // Why also where it did not start: it may have, after the wait for it ended.
      if (cluster.process().isPresent()) cluster.stop();
      throw e;
    }
  }

  private static Credentials credentials(Path data, Cluster cluster, Means means)
      throws Refused, IOException {
    if (cluster.exists() && !Files.exists(data.resolve("credentials")))
      throw new Refused(
          "PRB-S006",
          "the database is there and its file `credentials` is not",
          "put the file back, from the backup that the database is from",
          data);
    return Credentials.of(data, means.random());
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String url() {
    return url("probity");
  }

  public Login owner() {
    return credentials.owner();
  }

  public Login application() {
    return credentials.application();
  }

  /** Who may do anything; for whoever owns the machine, and never given to the server. */
  public Login superuser() {
    return credentials.superuser();
  }

  /** From now on it is started again whenever it ends, at the same address, until it is closed. */
  public void keepUp(Means means) {
    if (cluster != null) watch = Watch.begin(cluster, port, means.says());
  }

  @Override
  public void close() {
    if (cluster == null || hold == null) return;
    if (watch != null) watch.close();
    try (hold) {
      if (cluster.process().isPresent()) cluster.stop();
    } catch (Refused refused) {
      throw new IllegalStateException(refused.fault().sentence(), refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
