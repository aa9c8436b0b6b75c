// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.log.Log;
import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.NoteSignature;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.tile.TileNodes;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Prover;
import dev.probity.ledger.witness.Offer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Shows the newest checkpoint of each log to a witness and keeps what it signed (C2SP
 * tlog-witness). Looks once a second, on a thread of its own: no append waits for a witness or
 * fails because of one, and what it did not see it sees with the next. Several servers may do so.
 */
public final class Witnessing implements AutoCloseable {
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final int LONGEST = 1 << 16;

  private final Ledgers ledgers;
  private final Collection<String> controllers;
  private final URI witness;
  private final VerifierKey key;
  private final Consumer<String> says;
  private final Map<String, String> said = new HashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(TIME)
          .build();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /**
   * @param witness below which its add-checkpoint is
   * @param key what verifies it
   * @param says takes a sentence when a log's witnessing begins to fail, or works again
   */
  public Witnessing(
      Ledgers ledgers,
      Collection<String> controllers,
      URI witness,
      VerifierKey key,
      Consumer<String> says) {
    this.ledgers = ledgers;
    this.controllers = controllers;
    this.witness = witness;
    this.key = key;
    this.says = says;
  }

  public void start() {
    var unused = thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  /** Shows what is new of each log. */
  void look() {
    for (String controller : controllers) {
      String outcome;
      try {
        if (!ledgers.begun(controller)) continue;
        outcome = look(controller);
      } catch (IOException e) {
        outcome = "cannot be reached (" + e.getClass().getSimpleName() + ")";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        // Why any: a schedule that throws is never run again, and the log must not notice.
        outcome = "is not shown the log (" + e.getClass().getSimpleName() + ")";
      }
      if (!outcome.equals(said.put(controller, outcome)))
        says.accept("The witness " + key.name() + " " + outcome + ": " + controller);
    }
  }

  private String look(String controller) throws IOException, InterruptedException {
    Log log = ledgers.of(controller);
    SignedCheckpoint newest = log.checkpoint();
    long kept = ledgers.witnessed(controller).map(c -> c.checkpoint().size()).orElse(0L);
    if (newest.checkpoint().size() <= kept) return "signs";
    HttpResponse<byte[]> answer = offered(log, kept, newest);
    if (answer.statusCode() == 409) {
      long last = Long.parseLong(text(answer).strip());
      if (last == kept || last > newest.checkpoint().size())
        return "signed another history of the log";
      answer = offered(log, last, newest);
    }
    if (answer.statusCode() != 200) return "does not sign (status " + answer.statusCode() + ")";
    Optional<SignedCheckpoint> cosigned =
        text(answer)
            .lines()
            .flatMap(line -> NoteSignature.parse(line).stream())
            .map(newest::with)
            .filter(note -> note.standing(key) == Note.Standing.SIGNED)
            .findFirst();
    if (cosigned.isEmpty()) return "signs with another key";
    ledgers.keepWitnessed(controller, cosigned.get());
    return "signs";
  }

  private HttpResponse<byte[]> offered(Log log, long old, SignedCheckpoint newest)
      throws IOException, InterruptedException {
    long size = newest.checkpoint().size();
    List<Hash> proof =
        old == 0
            ? List.of()
            : new Prover(new TileNodes(log.tiles(), size)).consistency(old, size).path();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(witness + "/add-checkpoint"))
            .timeout(TIME)
            .POST(HttpRequest.BodyPublishers.ofString(new Offer(old, proof, newest).toString()))
            .build();
    return client.send(
        request,
        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    client.shutdownNow();
    client.close();
  }
}
