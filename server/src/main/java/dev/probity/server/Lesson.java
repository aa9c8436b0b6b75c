// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * What the launcher has a new server do once, so that the JVM may keep the classes that starting
 * and answering need (JEP 514).
 */
final class Lesson {
  private static final String QUESTION =
      "{\"given\": {\"relation\": \"fitter-of\"}, \"ask\": {\"disclose\": \"device.serial\","
          + " \"to\": \"audiologist\"}}";

  private Lesson() {}

  static void ask(int port, String token) {
    String url = "http://127.0.0.1:" + port;
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(url + "/v1/" + Greeting.DEMO + "/decisions"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(QUESTION))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(question, HttpResponse.BodyHandlers.ofString());
      client.send(
          HttpRequest.newBuilder(URI.create(url + "/health")).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
