// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.probity.notice.pack.PackSource;
import dev.probity.store.subject.Kept;
import dev.probity.store.subject.Subjects;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody with a browser without scripts, at a server with the forms of all packs. */
final class Visitor implements AutoCloseable {
  final Served served;
  private final Path folder;
  private final Subjects subjects;
  private final HttpClient client = HttpClient.newHttpClient();

  Visitor(Path folder) {
    this.folder = folder;
    Map<String, PackSource> packs = TestPack.shipped();
    packs.put("five", TestPack.withProxy());
    served = new Served(folder, packs);
    subjects = served.store.subjects(served.keys, served.store.ledgers(folder.resolve("ledger")));
  }

  /** A minute later nobody is too fast. */
  void later() {
    served.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
  }

  record Answer(int status, Document page, HttpResponse<String> response) {}

  Answer send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(List.of("no-store"), response.headers().allValues("Cache-Control"));
    return new Answer(response.statusCode(), Jsoup.parse(response.body()), response);
  }

  Answer get(String path) throws Exception {
    return send(served.request(path));
  }

  Answer post(String path, Map<String, String> form) throws Exception {
    List<String> pairs = new ArrayList<>();
    form.forEach((name, value) -> pairs.add(coded(name) + "=" + coded(value)));
    return send(
        served
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The form, by way of the notice where that comes first. */
  Document form(String path) throws Exception {
    Answer answer = get(path);
    if (answer.status() == 303) {
      Answer notice = get(answer.response().headers().firstValue("Location").orElseThrow());
      answer = get(notice.page().select("a.button").attr("href"));
    }
    assertEquals(200, answer.status(), path);
    return answer.page();
  }

  /** What a page's form holds, filled in by name. */
  static Map<String, String> filled(Document page, String mail) {
    Map<String, String> form = new LinkedHashMap<>();
    for (Element field : page.select("form input, form textarea, form select")) {
      String name = field.attr("name");
      switch (field.attr("type")) {
        case "hidden" -> form.put(name, field.attr("value"));
        case "email" -> form.put(name, mail);
        case "tel" -> form.put(name, "+46 8 123 45");
        case "date" -> form.put(name, "1980-01-31");
        case "radio" -> form.putIfAbsent(name, field.attr("value"));
        case "checkbox" -> form.put(name, field.attr("value"));
        default ->
            form.put(
                name,
                switch (name) {
                  case "age", "age.subject" -> "41";
                  case "region" -> page.select("option[value=US-TX]").isEmpty() ? "US" : "US-TX";
                  case "f.payment.card", "f.payment.card.pan" -> "1234";
                  default -> "Something <b>& more";
                });
      }
    }
    return form;
  }

  int entries(String controller) {
    String note =
        served.store.ledgers(folder.resolve("ledger")).of(controller).checkpoint().toString();
    return Integer.parseInt(note.split("\n")[1]);
  }

  String known(String controller, String mail) {
    return subjects.find(controller, Map.of("contact.email", mail)).orElse("");
  }

  List<Kept> values(String controller, String mail) {
    return subjects.values(controller, known(controller, mail)).orElseThrow();
  }

  @Override
  public void close() {
    served.close();
  }
}
