// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.probity.web.publish.Notices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector gets to see, read off the wire. */
class SpansTest {
  private static final String WHO = "sentinel-anna";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final List<byte[]> sent = new CopyOnWriteArrayList<>();

  @TempDir Path folder;

  @Test
  void aSpanNamesTheDoorAndNothingThatWasSent() throws Exception {
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          try (exchange) {
            paths.add(exchange.getRequestURI().getPath());
            sent.add(plain(exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
          }
        });
    collector.start();
    try (Served served = new Served(folder)) {
      Web.Parts parts =
          new Web.Parts(
              served.packs,
              served.store,
              served.keys,
              folder.resolve("ledger"),
              null,
              served.clock,
              Notices.NONE);
      Web.Place place = new Web.Place("127.0.0.1", 0, folder.resolve("traced.log"));
      String at = "http://127.0.0.1:" + collector.getAddress().getPort();
      Web traced = ((Web.Outcome.Listens) Web.start(place, () -> parts, at)).web();
      ask(traced, "/v1/one/decisions", "{\"ask\": {\"use\": \"" + WHO + "\"}}", served.token);
      ask(traced, "/v1/" + WHO + "/decisions?who=" + WHO, "{}", served.token);
      ask(traced, "/" + WHO, "{}", served.token);
      traced.close();
    } finally {
      collector.stop(0);
    }
    assertEquals(List.of("/v1/traces"), paths.stream().distinct().toList());
    StringBuilder all = new StringBuilder();
    StringBuilder hex = new StringBuilder();
    for (byte[] body : sent) {
      all.append(new String(body, StandardCharsets.ISO_8859_1));
      hex.append(HexFormat.of().formatHex(body));
    }
    assertTrue(all.toString().contains("POST /v1/{controller}/decisions"), all.toString());
    assertTrue(all.toString().contains("http.response.status_code"), all.toString());
    assertTrue(hex.toString().contains(TRACE), "it continues the caller's trace");
    for (String never : List.of(WHO, "/v1/one", "prb_", "127.0.0.1", "who="))
      assertFalse(all.toString().contains(never), never);
  }

  private static void ask(Web web, String path, String body, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
            .header("tracestate", "who=" + WHO)
            .header("baggage", "who=" + WHO)
            .header("User-Agent", WHO)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(request, HttpResponse.BodyHandlers.discarding());
    }
  }

  private static byte[] plain(byte[] body) throws IOException {
    boolean packed = body.length > 1 && body[0] == 0x1f && body[1] == (byte) 0x8b;
    if (!packed) return body;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    }
  }
}
