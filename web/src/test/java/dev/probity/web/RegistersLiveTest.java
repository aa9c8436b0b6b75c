// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.register.Element;
import dev.probity.notice.register.RegisterKind;
import dev.probity.notice.register.RegisterKinds;
import dev.probity.store.token.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every register on two servers while both are busy: what was acknowledged is seen on either. */
class RegistersLiveTest {
  private static final int ROUNDS = Integer.getInteger("probity.registers.rounds", 1);
  private static final int BUSY = 2;
  private static final RegisterKinds KINDS = RegisterKinds.shipped();
  private static final JsonMapper JSON = Served.JSON;

  @TempDir static Path folder;

  /** A kind, what is special about the document, and a question that only it opens. */
  private record Case(String register, String own, boolean cited, boolean closes, String ask) {}

  private static List<Case> cases(String actor, Instant now) {
    return List.of(
        new Case(
            "processor-contract",
            "{'recipients': ['post-office'], 'purposes': ['communication'], 'data': ['contact']}",
            false,
            false,
            "{'disclose': 'contact.email', 'to': 'post-office', 'for': 'communication'}"),
        new Case(
            "business-associate",
            "{'recipients': ['post-office'], 'purposes': ['communication']}",
            false,
            false,
            "{'disclose': 'health.symptom', 'to': 'post-office', 'for': 'communication'}"),
        new Case(
            "contract",
            "{'form': 'contract.confidentiality', 'recipients': ['partner/x']}",
            false,
            false,
            "{'disclose': 'contact.email', 'to': 'partner/x', 'for': 'communication'}"),
        new Case(
            "transfer",
            "{'instrument': 'clauses-2021', 'destinations': ['US'], 'recipients': ['post-office']}",
            false,
            false,
            "{'transfer': 'contact.email', 'to': 'post-office'}"),
        new Case(
            "balancing",
            "{'purposes': ['analytics']}",
            false,
            false,
            "{'use': 'usage.page', 'for': 'analytics'}"),
        new Case(
            "deal",
            "{'parties': ['buyer']}",
            false,
            false,
            "{'disclose': 'contact.name', 'to': 'buyer', 'for': 'communication'}"),
        new Case(
            "availability",
            "{'providers': ['provider.available'], 'windows': [{'from': '"
                + now.minusSeconds(9000)
                + "', 'until': '"
                + now.plusSeconds(9000)
                + "'}]}",
            false,
            false,
            "{'disclose': 'health.symptom', 'to': 'provider.available', 'for': 'communication'}"),
        new Case(
            "setting",
            "{'choice': 'strict-health', 'value': 'on'}",
            false,
            true,
            "{'use': 'health.symptom', 'for': 'research'}"),
        new Case(
            "demand",
            "{'form': 'legal.demand.warrant', 'data': ['contact'], 'recipients': ['court']}",
            true,
            false,
            "{'disclose': 'contact.email', 'to': 'court', 'for': 'communication'}"),
        new Case(
            "case",
            "{'matter': 'case.fraud'}",
            true,
            false,
            "{'use': 'contact.email', 'for': 'security'}"),
        new Case(
            "authorisation",
            "{'consent': 'insurance', 'data': ['health'], 'recipients': ['insurer/a'],"
                + " 'purposes': ['communication']}",
            false,
            false,
            "{'disclose': 'health.symptom', 'to': 'insurer/a', 'for': 'communication'}"),
        new Case(
            "proxy",
            "{'representative': '" + actor + "'}",
            false,
            false,
            "{'disclose': 'health.symptom', 'to': 'guardian', 'for': 'communication'}"));
  }

  /** What its kind must have, by type, and nothing else. */
  private static ObjectNode whole(RegisterKind kind, String own) {
    ObjectNode all = JSON.createObjectNode();
    for (Element element : kind.elements().values()) {
      if (!element.needed() && element.where().isEmpty()) continue;
      switch (element.type()) {
        case TEXT, WORDS, PERSON, WINDOWS -> all.put(element.name(), "x");
        case FLAG -> all.put(element.name(), true);
        case DATE -> all.put(element.name(), date(element.name()));
        case ONE_OF ->
            all.put(
                element.name(),
                element.values().entrySet().stream()
                    .filter(v -> !v.getValue().none())
                    .findFirst()
                    .orElseThrow()
                    .getKey());
        case YEARS -> all.put(element.name(), 18);
      }
    }
    all.setAll((ObjectNode) JSON.readTree(json(own)));
    return all;
  }

  private static String date(String element) {
    return switch (element) {
      case "until", "expires", "review", "closed" -> "2099-01-01";
      case "born" -> "2026-01-01";
      default -> "2026-02-01";
    };
  }

  @Test
  void whatWasAcknowledgedIsSeenOnBothServersUnderLoad() throws Exception {
    try (Served served = new Served(folder);
        Served beside = new Served(folder, served.keys, "beside")) {
      beside.now.set(served.now.get().minus(Duration.ofMinutes(10)));
      String token =
          served
              .store
              .tokens()
              .create("clinic", "x", EnumSet.allOf(Scope.class), Duration.ofDays(1));
      String child = id(ok(post(served, token, "subjects", "{'known-as': {}}")));
      String actor = id(ok(post(served, token, "subjects", "{'known-as': {}}")));
      ok(
          post(
              served,
              token,
              "facts",
              "{'subject': '" + actor + "', 'add': {'age': {'subject': 40}}}"));
      AtomicBoolean stop = new AtomicBoolean();
      AtomicLong answers = new AtomicLong();
      Queue<String> wrong = new ConcurrentLinkedQueue<>();
      List<Thread> busy = new ArrayList<>();
      for (int i = 0; i < BUSY; i++) {
        Served server = i % 2 == 0 ? served : beside;
        String ask = cases(actor, served.now.get()).get(i).ask();
        busy.add(
            Thread.startVirtualThread(
                () -> {
                  try {
                    while (!stop.get()) {
                      String body = "{'subject': '" + actor + "', 'ask': " + ask + "}";
                      if (post(server, token, "decisions", body).status() != 200) wrong.add(ask);
                      answers.incrementAndGet();
                    }
                  } catch (Exception e) {
                    wrong.add(e.toString());
                  }
                }));
      }
      Set<String> seen = new TreeSet<>();
      try {
        for (int round = 0; round < ROUNDS; round++)
          for (Case one : cases(actor, served.now.get())) {
            boolean even = (round + seen.size()) % 2 == 0;
            Served keeping = even ? served : beside;
            Served ending = even ? beside : served;
            RegisterKind kind = KINDS.kind(one.register()).orElseThrow();
            boolean hers = kind.about() == RegisterKind.About.PERSON;
            String number = one.register() + round;
            String named =
                (hers ? "'subject': '" + child + "', " : "") + "'document': '" + number + "'";
            String asked =
                "{'subject': '"
                    + child
                    + "', 'actor': '"
                    + actor
                    + "', 'asserted': {'channel':"
                    + " 'secure', 'region': {'destination': 'US'}"
                    + (one.cited() ? ", 'evidence': '" + number + "'" : "")
                    + "}, 'ask': "
                    + one.ask()
                    + "}";
            assertOn(List.of(served, beside), token, asked, one.closes(), one + " before");
            JsonNode kept =
                ok(
                    post(
                        keeping,
                        token,
                        "registers/" + one.register(),
                        "{" + named + ", 'elements': " + whole(kind, one.own()) + "}"));
            assertEquals("[]", kept.path("lacks").toString());
            assertOn(List.of(ending, keeping), token, asked, !one.closes(), one + " kept");
            ok(post(ending, token, "registers/" + one.register() + "/end", "{" + named + "}"));
            assertOn(List.of(keeping, ending), token, asked, one.closes(), one + " ended");
            seen.add(one.register());
          }
      } finally {
        stop.set(true);
        for (Thread thread : busy) thread.join();
      }
      assertEquals(KINDS.kinds().keySet(), seen);
      assertEquals(List.of(), List.copyOf(wrong));
      assertTrue(answers.get() > BUSY, "the servers were idle");
    }
  }

  private static void assertOn(
      List<Served> servers, String token, String asked, boolean permitted, String when)
      throws Exception {
    for (Served server : servers) {
      JsonNode answer = ok(post(server, token, "decisions", asked));
      assertEquals(permitted, answer.path("effect").asString().equals("PERMIT"), when + answer);
    }
  }

  private static String id(JsonNode answer) {
    return answer.path("subject").asString();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static Served.Answer post(Served server, String token, String door, String body)
      throws Exception {
    byte[] sent = json(body).getBytes(StandardCharsets.UTF_8);
    return server.post("/v1/clinic/" + door, sent, token);
  }

  private static JsonNode ok(Served.Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }
}
