// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A database's own files and the processes over them. It has passwords from its first moment, and
 * listens on the loopback address alone. One thread.
 */
record Cluster(Path data, Path binaries, Unprivileged user, Programs programs) {
  private static final int ATTEMPTS = 5;
  private static final long WAIT_MILLIS = 100;

  /** What must survive a crash survives; what may hold personal data stays out of the log. */
  private static final String SETTINGS =
      """
      # Written by Probity at each start; changes are lost.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 64
      shared_buffers = 64MB
      max_wal_size = 256MB
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      password_encryption = 'scram-sha-256'
      # The passwords are 192 random bits, which no number of rounds makes harder to guess.
      scram_iterations = 1
      timezone = 'UTC'
      log_timezone = 'UTC'
      log_min_messages = warning
      log_min_error_statement = panic
      log_error_verbosity = terse
      log_parameter_max_length_on_error = 0
      idle_in_transaction_session_timeout = 60s
      """;

  private Path database() {
    return data.resolve("database");
  }

  private Path log() {
    return data.resolve("log").resolve("postgresql.log");
  }

  boolean exists() {
    return Files.isDirectory(database());
  }

  /** Made beside its place and moved there whole, so that a kill leaves nothing half made. */
  void create(Credentials credentials) throws Refused, IOException {
    Path part = data.resolve("database.part");
    delete(part);
    Path password = Files.createDirectory(part).resolve("password");
    Files.writeString(password, credentials.superuser().password() + "\n");
    Path made = part.resolve("made");
    Files.createDirectory(made);
    give(part, "rwx------");
    give(password, "rw-------");
    give(made, "rwx------");
    Programs.Ended ended =
        run(
            "initdb",
            "--pgdata=" + made,
            "--username=" + credentials.superuser().role(),
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--set=scram_iterations=1",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions");
    if (!ended.well()) throw failed("made", ended);
    Files.move(made, database(), StandardCopyOption.ATOMIC_MOVE);
    delete(part);
  }

  /** The server over these files that lives, whoever started it. */
  Optional<Long> process() throws IOException {
    Optional<Postmaster> named = Postmaster.of(database());
    return named.isPresent() && named.get().runs()
        ? named.map(Postmaster::process)
        : Optional.empty();
  }

  /** Starts it, ready to be asked, and returns its port. */
  int start() throws Refused, IOException {
    user.claim(database());
    Files.createDirectories(data.resolve("log"));
    if (!Files.exists(log())) Files.createFile(log());
    give(log(), "rw-------");
    for (int attempt = 1; ; attempt++) {
      int port = free();
      try {
        start(port);
        return port;
      } catch (Refused refused) {
        if (attempt == ATTEMPTS) throw refused;
      }
      // Why: processes of one that was killed may still hold on to what they shared with it.
      pause(WAIT_MILLIS << attempt);
    }
  }

  /** Starts it at this port, ready to be asked. */
  void start(int port) throws Refused, IOException {
    Path settings = database().resolve("postgresql.conf");
    Files.writeString(settings, SETTINGS + "port = " + port + "\n");
    give(settings, "rw-------");
    Optional<Postmaster> before = Postmaster.of(database());
    if (before.isPresent()) before.get().clear();
    Programs.Ended ended = control("start", "--wait", "--timeout=120", "--log=" + log());
    if (!ended.well()) throw failed("started", ended);
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Ends it, its last checkpoint written. */
  void stop() throws Refused, IOException {
    Programs.Ended ended = control("stop", "--wait", "--timeout=60", "--mode=fast");
    // Why asked: it may have ended by itself, as where all of a group were told to.
    if (!ended.well() && process().isPresent()) throw failed("stopped", ended);
  }

  private Programs.Ended control(String what, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(what, "--silent", "--pgdata=" + database()));
    all.addAll(List.of(words));
    return run("pg_ctl", all.toArray(String[]::new));
  }

  private Programs.Ended run(String program, String... words) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(binaries.resolve("bin").resolve(program).toString());
    all.addAll(List.of(words));
    return programs.run(user.prefix(), all);
  }

  private Refused failed(String done, Programs.Ended ended) {
    String last = ended.said().lines().filter(l -> !l.isBlank()).reduce("", (a, b) -> b).strip();
    return new Refused(
        "PRB-S005",
        "the embedded PostgreSQL could not be " + done + (last.isEmpty() ? "" : ": " + last),
        "see " + log() + ", or set PROBITY_DATABASE_URL to a PostgreSQL of your own",
        data);
  }

  private void give(Path file, String permissions) throws IOException {
    Files.setAttribute(file, "unix:uid", user.owner());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
