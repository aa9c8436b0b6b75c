// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.probity.ledger.log.Log;
import dev.probity.store.mail.State;
import dev.probity.store.subject.Given;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.store.subject.Writing;
import dev.probity.store.token.Scope;
import dev.probity.vault.seal.Origin;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What tests of mail do at a server's doors, as one controller. */
record Mailer(Served served, String controller, String token) {
  static Mailer at(Served served, String controller) {
    return new Mailer(
        served,
        controller,
        served
            .store
            .tokens()
            .create(controller, "test", EnumSet.allOf(Scope.class), Duration.ofDays(1)));
  }

  Subjects subjects() {
    return served.store.subjects(
        served.keys, served.store.ledgers(served.folder.resolve("ledger")));
  }

  /** Somebody with an address, as a collection point keeps it. */
  String person(String address, String facts) throws Exception {
    String id =
        post("subjects", "{\"known-as\": {\"contact.email\": \"" + address + "\"}}")
            .json()
            .path("subject")
            .asString();
    subjects()
        .change(
            controller,
            new Who(id, ""),
            (sheet, at) ->
                new Writing(
                    sheet,
                    List.of(
                        new Given(
                            new Origin(
                                "contact.email", "subject", "checkout", "example@2026-03-01#0", at),
                            address,
                            "",
                            true,
                            false)),
                    List.of()))
        .orElseThrow();
    if (!facts.isEmpty())
      assertEquals(
          200, post("facts", "{\"subject\": \"" + id + "\", \"add\": " + facts + "}").status());
    return id;
  }

  Served.Answer post(String door, String body) throws Exception {
    return served.post(
        "/v1/" + controller + "/" + door, body.getBytes(StandardCharsets.UTF_8), token);
  }

  Served.Answer mail(String subject, String purpose, String title) throws Exception {
    return post("mail", body(subject, purpose, title));
  }

  static String body(String subject, String purpose, String title) {
    return "{\"subject\": \""
        + subject
        + "\", \"for\": \""
        + purpose
        + "\", \"title\": \""
        + title
        + "\", \"text\": \"Hej Åsa!\\n\\nVårens nyheter.\"}";
  }

  String state(JsonNode mail) throws Exception {
    return post("mail/read", "{\"mail\": \"" + mail.path("mail").asString() + "\"}")
        .json()
        .path("state")
        .asString();
  }

  /** Looks until it is so, or will never be. */
  void until(JsonNode mail, State state) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    String now = state(mail);
    while (!now.equals(state.word()) && open(now) && System.nanoTime() < end) now = state(mail);
    assertEquals(state.word(), now);
  }

  private static boolean open(String state) {
    return state.equals(State.QUEUED.word()) || state.equals(State.LEAVING.word());
  }

  /** All that the log says, entry by entry. */
  List<String> entries() {
    Log log = served.store.ledgers(served.folder.resolve("ledger")).of(controller);
    List<String> entries = new ArrayList<>();
    for (long i = 0; i < log.checkpoint().checkpoint().size(); i++)
      entries.add(new String(log.receipt(i).entry(), StandardCharsets.UTF_8));
    return entries;
  }

  HttpResponse<String> open(String method, String url, String body, String type) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!type.isEmpty()) request.header("Content-Type", type);
    return served.client().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> look(String url) throws Exception {
    return open("GET", url, "", "");
  }

  HttpResponse<String> click(String url) throws Exception {
    return open("POST", url, "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded");
  }
}
