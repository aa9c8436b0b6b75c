// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.witness.Answer;
import dev.probity.ledger.witness.Offer;
import dev.probity.ledger.witness.Witness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code witness DIR}. */
@Command(
    name = "witness",
    description = {
      "Sign that logs of others only grow, for whoever asks over HTTP, until stopped.",
      "A log's operator cannot show two histories that both bear the witness's signature. DIR",
      "holds the key, made at the first start, and what was signed last; never lose or copy it"
          + " back.",
      "POST /add-checkpoint is that of C2SP tlog-witness. Put TLS before it for other machines."
    },
    footer = "  ./probity witness witness-data --name witness.example --log log.pub")
final class WitnessCommand extends Helped implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(index = "0", paramLabel = "DIR", description = "The witness's own directory.")
  private Path folder = Path.of("");

  @Option(names = "--name", required = true, description = "The name that it signs under.")
  private String name = "";

  @Option(
      names = "--log",
      paramLabel = "KEYFILE",
      required = true,
      description = "The public key of a log to watch. May repeat.")
  private List<String> logs = new ArrayList<>();

  @Option(names = "--port", description = "Where to listen; 8090, if nothing is said. 0: any.")
  private int port = 8090;

  @Option(names = "--address", description = "The address to listen at; this machine alone.")
  private String address = "127.0.0.1";

  WitnessCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    List<VerifierKey> keys = new ArrayList<>();
    for (String file : logs) LogFiles.key(file, here, faults).ifPresent(keys::add);
    if (!faults.isEmpty()) return refused(faults);
    try {
      Files.createDirectories(folder);
      try (FileChannel lock =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = lock.tryLock()) {
        return held == null
            ? refused(List.of(fault("another witness uses this directory")))
            : serve(new Witness(key(), keys, folder, here.clock()), keys.size());
      }
    } catch (IOException | IllegalArgumentException e) {
      return refused(List.of(fault("it cannot be served (" + e.getClass().getSimpleName() + ")")));
    }
  }

  private int refused(List<Fault> faults) {
    here.terminal().faults(faults);
    return Exit.WRONG_USE;
  }

  private Fault fault(String sentence) {
    return new Fault(
        "PRB-A026",
        "the witness does not start: " + sentence,
        "give it a directory of its own that it may write, a free port, a name without blanks and"
            + " +, and the key file as it was",
        Where.file(folder.toString()));
  }

  private SigningKey key() throws IOException {
    Path file = folder.resolve("witness.key");
    if (!Files.exists(file)) {
      SigningKey made = SigningKey.generate(name, VerifierKey.Kind.WITNESS, new SecureRandom());
      Path part =
          Files.createTempFile(
              folder,
              "key",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(part, made.secret(), StandardOpenOption.SYNC);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    SigningKey key =
        SigningKey.parse(Files.readString(file))
            .filter(k -> k.verifier().name().equals(name))
            .orElseThrow(() -> new IOException("not this witness's key"));
    Files.writeString(folder.resolve("witness.pub"), key.verifier() + "\n");
    return key;
  }

  private int serve(Witness witness, int watched) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
    server.createContext("/add-checkpoint", exchange -> answer(exchange, witness));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    here.terminal()
        .line(
            "The witness %s watches %d logs at http://%s:%d/add-checkpoint"
                .formatted(name, watched, address, server.getAddress().getPort()));
    here.terminal().line("Its public key is in " + folder.resolve("witness.pub"));
    here.terminal().flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(1);
    return Exit.FINE;
  }

  private static void answer(HttpExchange exchange, Witness witness) throws IOException {
    try (exchange) {
      boolean asks = exchange.getRequestMethod().equals("POST");
      byte[] body = exchange.getRequestBody().readNBytes(Offer.LONGEST + 1);
      if (!asks || body.length > Offer.LONGEST) send(exchange, asks ? 413 : 405, "");
      else send(exchange, witness.answer(new String(body, StandardCharsets.UTF_8)));
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Cosigned it -> send(exchange, it.status(), it.signature() + "\n");
      case Answer.Conflict it -> {
        exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
        send(exchange, it.status(), it.size() + "\n");
      }
      case Answer.Malformed it -> send(exchange, it.status(), "");
      case Answer.Unsigned it -> send(exchange, it.status(), "");
      case Answer.UnknownLog it -> send(exchange, it.status(), "");
      case Answer.Inconsistent it -> send(exchange, it.status(), "");
      case Answer.Forgetful it -> send(exchange, it.status(), "");
    }
  }

  private static void send(HttpExchange exchange, int status, String said) throws IOException {
    byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
  }
}
