// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who hands data over at the collection points of all packs, over HTTP. */
final class Courier implements AutoCloseable {
  static final String TEXAS = "\"asserted\": {\"region\": \"US-TX\"}";

  final Served served;
  final Map<String, String> tokens = new TreeMap<>();
  private final Path folder;

  Courier(Path folder) {
    this.folder = folder;
    served = new Served(folder, TestPack.shipped());
    TestPack.SHIPPED.forEach(name -> tokens.put(name, served.token(name)));
  }

  Served.Answer post(String controller, String door, String body) throws Exception {
    return served.post(
        "/v1/" + controller + "/" + door,
        body.getBytes(StandardCharsets.UTF_8),
        tokens.getOrDefault(controller, ""));
  }

  Served.Answer point(String controller, String point, String body) throws Exception {
    return post(controller, "points/" + point, body);
  }

  static String mail(String name) {
    return TEXAS + ", \"fields\": {\"contact.email\": \"" + name + "@mail.test\"}";
  }

  /** All that the log says, entry by entry. */
  List<String> log(String controller) throws Exception {
    HttpRequest request =
        served
            .request("/v1/" + controller + "/ledger/checkpoint")
            .header("Authorization", "Bearer " + tokens.get(controller))
            .build();
    long size = Long.parseLong(served.send(request).text().split("\n")[1]);
    List<String> entries = new java.util.ArrayList<>();
    for (long i = 0; i < size; i++)
      entries.add(
          new String(
              served.store.ledgers(folder.resolve("ledger")).of(controller).receipt(i).entry(),
              StandardCharsets.UTF_8));
    return entries;
  }

  Served.Answer once(String key, String door, String body) throws Exception {
    return served.send(
        served
            .request("/v1/omron/" + door)
            .header("Authorization", "Bearer " + tokens.get("omron"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Override
  public void close() {
    served.close();
  }
}
