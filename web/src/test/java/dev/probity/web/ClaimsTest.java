// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Views;
import dev.probity.kernel.engine.Compiled;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.answer.Trees;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Node;
import dev.probity.notice.yaml.YamlReader;
import dev.probity.store.token.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever is held of somebody and whatever a caller claims: each door answers as the kernel does
 * on the facts held and the few claims that count.
 */
class ClaimsTest {
  private static final int ROUNDS = Integer.getInteger("probity.claims.rounds", 30);
  private static final long SEED = Long.getLong("probity.claims.seed", 4);

  @TempDir static Path folder;

  private static final List<String> ASKS =
      List.of(
          "{'disclose': 'contact.email', 'to': 'post-office', 'for': 'communication'}",
          "{'disclose': ['contact.email', 'health.symptom'], 'to': 'post-office', 'for':"
              + " 'communication'}",
          "{'disclose': 'health.symptom', 'to': 'provider.available', 'for': 'communication'}",
          "{'use': 'usage.page', 'for': 'analytics'}",
          "{'disclose': 'contact.email', 'to': 'court', 'for': 'communication'}",
          "{'disclose': 'health.symptom', 'to': 'insurer/alfa', 'for': 'communication'}",
          "{'disclose': 'health.symptom', 'to': 'insurer/beta', 'for': 'communication'}",
          "{'use': 'health.symptom', 'for': 'research'}",
          "{'disclose': 'health.symptom', 'to': 'guardian', 'for': 'communication'}",
          "{'sell': 'contact.email'}",
          "{'use': 'contact.email', 'for': 'marketing'}",
          "{'use': 'contact.phone', 'for': 'support'}",
          "{'use': 'contact.address', 'for': 'communication'}");

  /** Facts of every kind that is held, each with its likes. */
  private static final Map<String, List<String>> HELD =
      new TreeMap<>(
          Map.of(
              "consent",
              List.of(
                  "{'news': 'opt-in'}",
                  "{'news': 'refused'}",
                  "{'news': 'withdrawn'}",
                  "{'insurance': {'level': 'authorisation', 'covers': {'recipient':"
                      + " 'insurer/alfa'}}}",
                  "{'insurance': {'level': 'opt-in', 'covers': {'recipient': 'insurer'}}}"),
              "choice",
              List.of("{'gpc': 'on'}", "{'gpc': 'off', 'no-store': 'on'}", "{}"),
              "notice",
              List.of("['presented']", "[]"),
              "relation",
              List.of("['guardian-of']", "[]"),
              "state",
              List.of("['provider-available']", "[]"),
              "evidence",
              List.of("['contract.processor']", "['basis.legitimate-interest', 'contract']", "[]"),
              "documents",
              List.of("[{'kind': 'legal.demand', 'id': 'D-1'}]", "[]"),
              "region",
              List.of("{'subject': 'EEA'}", "{'subject': 'US-CA'}", "{'site': 'EEA'}"),
              "age",
              List.of("{'subject': 12}", "{'subject': 40, 'actor': 40}", "{'actor': 12}")));

  private static final Map<String, List<String>> CLAIMED =
      new TreeMap<>(
          Map.of(
              "consent",
              List.of(
                  "{'news': 'authorisation', 'insurance': {'level': 'authorisation', 'covers':"
                      + " {'recipient': 'insurer'}}}",
                  "{'purpose': {'level': 'authorisation', 'covers': {'recipient': 'insurer'}}}"),
              "choice",
              List.of("{'gpc': 'off', 'no-store': 'off', 'strict-health': 'off'}"),
              "notice",
              List.of("['presented', 'change-sent']"),
              "relation",
              List.of("['guardian-of', 'proxy-of']"),
              "state",
              List.of("['provider-available', 'scheduled']"),
              "evidence",
              List.of(
                  "['D-1']",
                  "['D-2', 'contract.processor', 'basis.legitimate-interest']",
                  "['legal.demand']"),
              "region",
              List.of("{'subject': 'EEA'}", "{'subject': 'US-CA', 'destination': 'US'}"),
              "age",
              List.of("{'subject': 50, 'actor': 50}"),
              "role",
              List.of("['covered-entity']", "['controller']"),
              "channel",
              List.of("'secure'", "'plain'")));

  @Test
  void everyDoorAnswersByWhatIsHeldAndWhatMayBeClaimed() throws Exception {
    try (Served served = new Served(folder)) {
      PackSource pack = java.util.Objects.requireNonNull(served.packs.get("clinic"));
      Decider engine = Compiled.of(pack.history());
      String token =
          served
              .store
              .tokens()
              .create("clinic", "x", EnumSet.allOf(Scope.class), Duration.ofDays(1));
      Random random = new Random(SEED);
      int permitted = 0;
      int lied = 0;
      for (int round = 0; round < ROUNDS; round++) {
        String anna =
            ok(post(served, token, "subjects", "{'known-as': {}}")).path("subject").asString();
        ObjectNode held = some(HELD, random);
        ObjectNode claimed = some(CLAIMED, random);
        if (!held.isEmpty())
          ok(post(served, token, "facts", "{'subject': '" + anna + "', 'add': " + held + "}"));
        ObjectNode known = counted(held, claimed);
        String said = "{'subject': '" + anna + "', 'asserted': " + claimed + ", 'ask': %s}";
        ArrayNode answers = (ArrayNode) ok(post(served, token, "decisions", all(said, ASKS)));
        List<String> views =
            ASKS.stream().filter(a -> !a.contains("sell")).map(ClaimsTest::view).toList();
        ArrayNode shown = (ArrayNode) ok(post(served, token, "views", all(said, views)));
        String what = "seed " + SEED + " round " + round + " held " + held + " claimed " + claimed;
        for (int i = 0; i < ASKS.size(); i++) {
          Ask.Decide asked = (Ask.Decide) ask(known, ASKS.get(i), pack, served);
          String expected = tree(Trees.of(engine.decide(asked.question())));
          assertEquals(expected, plain(answers.get(i)), what + ASKS.get(i));
          if (expected.contains("\"effect\":\"PERMIT\"")) permitted++;
          if (!expected.equals(
              tree(
                  Trees.of(
                      engine.decide(
                          ((Ask.Decide) ask(merged(held, claimed), ASKS.get(i), pack, served))
                              .question()))))) lied++;
        }
        for (int i = 0; i < views.size(); i++) {
          Ask.View asked = (Ask.View) ask(known, views.get(i), pack, served);
          String expected = tree(Trees.of(Views.of(engine, asked.question(), asked.fields())));
          assertEquals(expected, plain(shown.get(i)), what + views.get(i));
        }
        for (String ask : ASKS) {
          if (!ask.contains("disclose")) continue;
          Ask.Decide asked = (Ask.Decide) ask(known, ask, pack, served);
          List<String> may =
              asked.question().data().stream()
                  .filter(d -> engine.decide(asked.question().withData(List.of(d))).permits())
                  .toList();
          String sent =
              said.formatted(ask)
                  .replace(
                      "'ask'", "'record': {'contact.email': 'a', 'health.symptom': 'b'}, 'ask'");
          if (!ask.contains("contact.email")) sent = sent.replace("'contact.email': 'a', ", "");
          if (!ask.contains("health.symptom")) sent = sent.replace(", 'health.symptom': 'b'", "");
          JsonNode answer = ok(post(served, token, "disclosures", sent));
          assertEquals(may, List.copyOf(answer.path("released").propertyNames()), what + ask);
        }
      }
      // Why: claims that would change nothing anyway, or facts that permit nothing, prove nothing.
      assertTrue(permitted > ROUNDS / 2, permitted + " permits");
      assertTrue(lied > ROUNDS / 2, lied + " lies that would have told");
    }
  }

  /** What decides a posting or a mail is held here; what a caller says of it is not. */
  @Test
  void aLieAtAPointOrInAMailChangesNothing() throws Exception {
    try (Served served = new Served(folder)) {
      String token = served.token("clinic");
      String anna =
          ok(post(served, token, "subjects", "{'known-as': {}}")).path("subject").asString();
      String about = "{'subject': '" + anna + "', ";
      String posting = about + "'fields': {'health.symptom': 'cough'}, 'asserted': %s}";
      String mail = about + "'for': 'marketing', 'title': 't', 'text': 'x', '%s': %s}";
      for (var kind : CLAIMED.entrySet()) {
        for (String lie : kind.getValue()) {
          String claim = "{'" + kind.getKey() + "': " + lie + "}";
          int status = post(served, token, "points/visit", posting.formatted(claim)).status();
          assertTrue(status == 403 || status == 422, claim + " was answered " + status);
          for (String as : List.of("asserted", "given"))
            assertEquals(
                422, post(served, token, "mail", mail.formatted(as, claim)).status(), claim);
        }
      }
      JsonNode held = ok(post(served, token, "facts/read", about.replace(", ", "}")));
      assertEquals("{}", held.path("facts").toString());
      ok(
          post(
              served,
              token,
              "facts",
              about + "'add': {'relation': 'guardian-of', 'age': {'actor': 40}}}"));
      assertEquals(201, post(served, token, "points/visit", posting.formatted("{}")).status());
    }
  }

  private static ObjectNode some(Map<String, List<String>> of, Random random) {
    ObjectNode some = Served.JSON.createObjectNode();
    of.forEach(
        (kind, likes) -> {
          if (random.nextInt(3) > 0) some.set(kind, json(likes.get(random.nextInt(likes.size()))));
        });
    return some;
  }

  /**
   * What is held, and of what is claimed: a place where none is held, roles, a channel, a number.
   */
  private static ObjectNode counted(ObjectNode held, ObjectNode claimed) {
    ObjectNode known = held.deepCopy();
    for (String any : List.of("role", "channel"))
      if (claimed.has(any)) known.set(any, claimed.get(any));
    if (!held.has("region") && claimed.has("region")) known.set("region", claimed.get("region"));
    else if (held.has("region") && claimed.has("region"))
      // Why: what is held of one place says nothing of another; each place held wins for itself.
      claimed
          .path("region")
          .properties()
          .forEach(
              place -> {
                ObjectNode places = (ObjectNode) known.path("region");
                if (!places.has(place.getKey())) places.set(place.getKey(), place.getValue());
              });
    boolean cited = false;
    for (JsonNode number : claimed.path("evidence")) cited |= number.asString().equals("D-1");
    boolean onFile = !held.path("documents").isEmpty();
    if (cited && onFile) {
      if (!known.has("evidence")) known.putArray("evidence");
      ((ArrayNode) known.path("evidence")).add("legal.demand");
    }
    known.remove("documents");
    return looked(known);
  }

  /** As if everything that is claimed counted. */
  private static ObjectNode merged(ObjectNode held, ObjectNode claimed) {
    ObjectNode all = held.deepCopy();
    all.remove("documents");
    claimed.properties().forEach(c -> all.set(c.getKey(), c.getValue()));
    all.remove("evidence");
    return looked(all);
  }

  private static ObjectNode looked(ObjectNode facts) {
    ArrayNode read = facts.putArray("read");
    List.of("consent", "choice", "notice", "relation", "evidence", "state").forEach(read::add);
    return facts;
  }

  private static Ask ask(ObjectNode given, String ask, PackSource pack, Served served) {
    List<Fault> faults = new ArrayList<>();
    String question = "{\"given\": " + given + ", \"ask\": " + ask.replace('\'', '"') + "}";
    Node node = YamlReader.read("question", question, faults).orElseThrow();
    Ask read = new AskReader(pack.words(faults), served.now.get()).file(node).orElseThrow();
    assertEquals(List.of(), faults);
    return read;
  }

  private static String view(String ask) {
    return ask.replaceFirst("'(disclose|use)': ('[^']*'|\\[[^]]*\\])", "'view': $2");
  }

  private static String all(String said, List<String> asks) {
    return "[" + String.join(", ", asks.stream().map(said::formatted).toList()) + "]";
  }

  private static String tree(Map<String, Object> tree) {
    return Served.JSON.readTree(Served.JSON.writeValueAsString(tree)).toString();
  }

  private static String plain(JsonNode answer) {
    ObjectNode plain = (ObjectNode) answer.deepCopy();
    plain.remove(List.of("uncounted", "unverified"));
    return plain.toString();
  }

  private static JsonNode json(String text) {
    return Served.JSON.readTree(text.replace('\'', '"'));
  }

  private static Served.Answer post(Served server, String token, String door, String body)
      throws Exception {
    byte[] sent = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return server.post("/v1/clinic/" + door, sent, token);
  }

  private static JsonNode ok(Served.Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }
}
