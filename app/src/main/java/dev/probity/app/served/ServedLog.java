// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.served;

import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Hash;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A log as a server serves it over HTTP (C2SP tlog-tiles). Every answer is bounded in size and
 * time, no redirect is followed, and a token leaves this machine only under TLS. What is read is
 * not believed: whoever reads checks. Safe for many threads; throws {@link Unserved}.
 */
public final class ServedLog implements Tiles, AutoCloseable {
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int LARGEST_CHECKPOINT = 1 << 20;

  private final URI log;
  private final @Nullable String token;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECTING)
          .build();

  private ServedLog(URI log, @Nullable String token) {
    this.log = log;
    this.token = token;
  }

  /** Whether somebody who wrote this meant an address and not a folder. */
  public static boolean isAddress(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  /**
   * Asks nothing yet.
   *
   * @param token what lets the reader in, or null where everybody may read
   */
  public static ServedLog at(String address, @Nullable String token) {
    URI log = uri(address);
    if (token != null && log.getScheme().equalsIgnoreCase("http") && !loopback(log))
      throw Unserved.address(
          "a token that goes to another machine without TLS can be read on the way",
          "name the log by https://, or forward a port of this machine to it");
    return new ServedLog(log, token);
  }

  private static URI uri(String address) {
    try {
      URI log = new URI(address.replaceFirst("/+$", ""));
      if (log.getHost() == null
          || log.getRawUserInfo() != null
          || log.getRawQuery() != null
          || log.getRawFragment() != null)
        throw Unserved.address(
            "this is not the plain address of a log",
            "leave out user, password, ? and #; a token goes into a file");
      return log;
    } catch (URISyntaxException e) {
      throw Unserved.address("this is no address", "write it as https://HOST/v1/NAME/ledger");
    }
  }

  private static boolean loopback(URI log) {
    try {
      return InetAddress.getByName(log.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The newest, as the server shows it. */
  public SignedCheckpoint checkpoint() {
    return get("checkpoint", LARGEST_CHECKPOINT)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .flatMap(SignedCheckpoint::parse)
        .orElseThrow(() -> Unserved.noLog(log, "there is no log's checkpoint at this address"));
  }

  /** The newest that a witness signed too, where the server keeps one. */
  public Optional<SignedCheckpoint> witnessed() {
    return get("witnessed", LARGEST_CHECKPOINT)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .flatMap(SignedCheckpoint::parse);
  }

  @Override
  public Optional<byte[]> tile(Tile tile) {
    int bytes = tile.width() * Hash.BYTES;
    return get(tile.path(), Tile.FULL * Hash.BYTES)
        .or(
            () ->
                tile.width() == Tile.FULL
                    ? Optional.empty()
                    : get(full(tile).path(), Tile.FULL * Hash.BYTES))
        .filter(found -> found.length >= bytes)
        .map(found -> Arrays.copyOf(found, bytes));
  }

  private static Tile full(Tile tile) {
    return new Tile(tile.level(), tile.index(), Tile.FULL);
  }

  @Override
  public Optional<byte[]> bundle(long index, int width) {
    Optional<byte[]> bundle = get(Tile.bundlePath(index, width), most(width));
    if (bundle.isPresent() || width == Tile.FULL) return bundle;
    return get(Tile.bundlePath(index, Tile.FULL), most(Tile.FULL))
        .flatMap(bytes -> Bundle.entries(bytes, Tile.FULL))
        .map(entries -> Bundle.of(entries.subList(0, width)));
  }

  private static int most(int entries) {
    return entries * (2 + Bundle.LARGEST);
  }

  /** Nothing where the server has nothing. */
  private Optional<byte[]> get(String path, int most) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(log + "/" + path)).timeout(ANSWER);
    if (token != null) request.header("Authorization", "Bearer " + token);
    HttpResponse<Optional<byte[]>> response = answer(request.build(), most);
    int status = response.statusCode();
    return switch (status) {
      case 200 ->
          Optional.of(
              response
                  .body()
                  .orElseThrow(
                      () -> Unserved.answer(log, "an answer is longer than a log's can be")));
      case 404, 410 -> Optional.empty();
      case 401 ->
          throw Unserved.token(
              log,
              token == null
                  ? "the server wants a token"
                  : "the server wants another token than it was shown");
      case 403 -> throw Unserved.token(log, "the token does not allow to read the log");
      default ->
          throw status / 100 == 3
              ? Unserved.noLog(log, "the server sends readers elsewhere, which is not followed")
              : Unserved.answer(log, "the server answers with status " + status);
    };
  }

  private HttpResponse<Optional<byte[]>> answer(HttpRequest request, int most) {
    CompletableFuture<HttpResponse<Optional<byte[]>>> answer =
        client.sendAsync(request, info -> new Bounded(most));
    try {
      // Why here again: the request's own time ends with the answer's first line.
      return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
      throw Unserved.unreached(log, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      throw Unserved.unreached(log, e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
