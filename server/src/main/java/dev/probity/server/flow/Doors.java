// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The doors of one controller, over HTTP, as a service with a token or a browser without one opens
 * them. Each call waits for the answer.
 */
record Doors(HttpClient client, String url, String controller, String token) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * What came back; {@code json} is missing where it is none.
   *
   * @param cookies whether it sets any
   * @param location where it leads on to, a path; empty where it does not
   */
  record Answer(
      int status, byte[] bytes, String text, JsonNode json, boolean cookies, String location) {
    boolean fine() {
      return status / 100 == 2;
    }

    /** The code of a problem; empty where it is none. */
    String problem() {
      String type = json.path("type").asString("");
      return type.substring(type.lastIndexOf(':') + 1);
    }

    /** For a person. */
    String said() {
      return (status + " " + problem()).strip();
    }
  }

  /** Below {@code /v1/NAME/}. */
  Answer post(String door, ObjectNode body) {
    return send(
        request("/v1/" + controller + "/" + door)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  Answer get(String door) {
    return send(
        request("/v1/" + controller + "/" + door)
            .header("Authorization", "Bearer " + token)
            .GET()
            .build());
  }

  /** As a browser that has no cookie and follows nothing by itself. */
  Answer open(String path) {
    return send(request(path).header("Accept", "text/html").GET().build());
  }

  /** A form of a page, sent. */
  Answer submit(String path, String encoded) {
    return send(
        request(path)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      String text = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
      boolean cookies = response.headers().firstValue("Set-Cookie").isPresent();
      String location = response.headers().firstValue("Location").orElse("");
      return new Answer(
          response.statusCode(), response.body(), text, json(text), cookies, location);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at a door", e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return text.startsWith("{") ? JSON.readTree(text) : JSON.missingNode();
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }
}
