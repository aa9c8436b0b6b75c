// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invented people for who tries the server: what {@code demo.json} of a pack lists goes through the
 * doors like all else, each once, however often the server is started. One thread.
 *
 * @param packs the folder of the packs
 * @param url where the server listens
 */
record Demo(Path packs, String url) {
  boolean has(String controller) {
    return Files.exists(file(controller));
  }

  private Path file(String controller) {
    return packs.resolve(controller).resolve("demo.json");
  }

  /** Whether all were taken; otherwise the file is mistaken. */
  boolean fill(String controller, String token) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      int number = 0;
      boolean all = true;
      for (JsonNode one : JsonMapper.shared().readTree(Files.readAllBytes(file(controller)))) {
        HttpRequest request =
            HttpRequest.newBuilder(
                    URI.create(url + "/v1/" + controller + "/" + one.path("door").asString()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "demo-" + number++)
                .POST(HttpRequest.BodyPublishers.ofString(one.path("body").toString()))
                .build();
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        all &= status / 100 == 2;
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
