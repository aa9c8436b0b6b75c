// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.NoteSignature;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.witness.Offer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness as a process of its own, killed and started again. */
class WitnessCommandTest {
  private static final SigningKey LOG =
      SigningKey.generate("log.example", VerifierKey.Kind.AUTHOR, new SecureRandom());

  private final List<Process> started = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) process.destroyForcibly().waitFor();
  }

  private static SignedCheckpoint one(String entry) {
    byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
    return SignedCheckpoint.of(new Checkpoint("log.example", 1, Merkle.leaf(bytes)), LOG);
  }

  @Test
  void itSignsAndAfterAKillKnowsWhatItSigned() throws Exception {
    String key = Files.writeString(folder.resolve("log.pub"), LOG.verifier() + "\n").toString();
    Path own = folder.resolve("witness");
    URI address = start(own, key);
    HttpResponse<String> signed = offered(address, new Offer(0, List.of(), one("first")));
    assertEquals(200, signed.statusCode());
    VerifierKey witness =
        VerifierKey.parse(Files.readString(own.resolve("witness.pub")).strip()).orElseThrow();
    String body = signed.body();
    assertTrue(body.startsWith("\u2014 witness.example ") && body.endsWith("\n"), body);
    NoteSignature line = NoteSignature.parse(body.strip()).orElseThrow();
    assertEquals(
        "SIGNED", one("first").with(line).standing(witness).toString(), "by the key it shows");
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(own.resolve("witness.key")));

    Run second = Run.of("witness", own.toString(), "--name", "witness.example", "--log", key);
    assertEquals(Exit.WRONG_USE, second.code());
    assertTrue(second.err().contains("PRB-A026"), second.err());

    started.getFirst().destroyForcibly().waitFor();
    URI again = start(own, key);
    HttpResponse<String> other = offered(again, new Offer(0, List.of(), one("other")));
    assertEquals(409, other.statusCode());
    assertEquals("1\n", other.body());
    assertEquals("text/x.tlog.size", other.headers().firstValue("Content-Type").orElse(""));
    assertEquals(409, offered(again, new Offer(1, List.of(), one("other"))).statusCode());
    assertEquals(200, offered(again, new Offer(1, List.of(), one("first"))).statusCode());
    assertEquals(400, offered(again, "old 1\n").statusCode());
    assertEquals(413, offered(again, "x".repeat(Offer.LONGEST + 1)).statusCode());
    assertEquals(Files.readString(own.resolve("witness.pub")).strip(), witness.toString());
  }

  private URI start(Path own, String key) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.probity.app.Probity",
                "witness",
                own.toString(),
                "--name",
                "witness.example",
                "--log",
                key,
                "--port",
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    started.add(process);
    BufferedReader out = process.inputReader();
    String line = String.valueOf(out.readLine());
    return URI.create(line.substring(line.indexOf("http")));
  }

  private static HttpResponse<String> offered(URI address, Object offer) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address)
              .POST(HttpRequest.BodyPublishers.ofString(offer.toString()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
