// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.token.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What no client library sends, byte for byte: refused as a problem, not stored, not logged. */
class HostileTest {
  private static final String BODY = "{\"ask\": {\"use\": \"device.serial\"}}";
  private static final String WHO = "sentinel-anna";
  private static final String LENGTH = "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY;
  private static final String GET = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String post(String door) {
    return "POST /v1/one/"
        + door
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
        + "Authorization: Bearer "
        + served.token
        + "\r\n";
  }

  /** So that what is refused below is refused for its own reason. */
  @Test
  void whatIsOddAndAllowedIsAnswered() throws Exception {
    String chunk = Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";
    for (String rest :
        List.of(
            LENGTH,
            "Transfer-Encoding: chunked\r\n\r\n" + chunk,
            "X-A: \u00ff\u00fe" + WHO + "\r\n" + LENGTH,
            "X-Forwarded-For: " + WHO + "\r\nX-HTTP-Method-Override: DELETE\r\n" + LENGTH,
            "Range: bytes=" + WHO + "\r\n" + LENGTH,
            "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n" + LENGTH,
            "Accept-Language: " + "x,".repeat(2_000) + WHO + "\r\n" + LENGTH)) {
      Wire.Reply reply = ask(post("decisions") + rest);
      assertEquals(200, reply.status(), rest);
      assertEquals(1, reply.answers(), rest);
      assertTrue(reply.body().contains("\"effect\":\"DENY\""), reply.text());
    }
  }

  @Test
  void framesThatTwoReadersReadDifferentlyAreRefused() throws Exception {
    String smuggled = "GET /" + WHO + GET;
    String open = post("decisions").replace("Connection: close\r\n", "");
    refused(400, "PRB-W010", open + "Content-Length: 5\r\n" + LENGTH + smuggled);
    refused(
        400,
        "",
        open + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled);
    refused(400, "PRB-W010", open + "Transfer-Encoding: x\r\n\r\n0\r\n\r\n" + smuggled);
    refused(
        400, "PRB-W010", open + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + smuggled);
    for (String length : List.of("-1", "+5", "0x5", "5, 5", WHO, "99999999999999999999"))
      refused(400, "PRB-W010", post("decisions") + "Content-Length: " + length + "\r\n\r\n" + BODY);
    for (String size : List.of("ZZ", "FFFFFFFFFF", "-1", "5;" + "x".repeat(20_000)))
      refused(
          400,
          "PRB-W010",
          post("decisions")
              + "Transfer-Encoding: chunked\r\n\r\n"
              + size
              + "\r\n"
              + BODY
              + "\r\n0\r\n\r\n");
    refused(400, "PRB-W010", post("decisions") + "X-" + WHO + " : b\r\n" + LENGTH);
    refused(400, "PRB-W010", post("decisions") + "X-A: " + WHO + "\0\r\n" + LENGTH);
  }

  @Test
  void linesThatAreNoRequestAreRefused() throws Exception {
    refused(400, "PRB-W010", "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n");
    refused(
        400, "PRB-W010", "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n");
    refused(
        400,
        "PRB-W010",
        "GET /health HTTP/1.1\r\nHost: a b/" + WHO + "\r\nConnection: close\r\n\r\n");
    refused(400, "PRB-W010", "GET http://other/" + WHO + GET);
    refused(400, "PRB-W010", "GE(T /health" + GET);
    refused(405, "PRB-W007", "TRACE /health" + GET);
    refused(405, "PRB-W007", "SENTINEL-ANNA /health" + GET);
    refused(400, "PRB-W010", "CONNECT " + WHO + ":443" + GET);
    refused(400, "PRB-W010", "GET /health HTTP/3.0\r\nHost: x\r\nConnection: close\r\n\r\n");
    refused(400, "PRB-W010", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\r\n\r\n");
    for (String path :
        List.of(
            "/v1/../../etc/",
            "/v1/%2e%2e/%2e%2e/etc/",
            "/v1\\..\\",
            "/v1/%c0%ae%c0%ae/",
            "/v1/%zz",
            "/v1/\u00e9",
            "/v1/\0",
            "/v1/%00",
            "/v1/one%2f..%2ftwo/",
            "/" + "a".repeat(20_000))) refused(400, "PRB-W010", "GET " + path + WHO + GET);
    refused(
        400,
        "PRB-W010",
        "GET /health HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + WHO + "\r\n\r\n");
    refused(
        400,
        "PRB-W010",
        "GET /health HTTP/1.1\r\nHost: x\r\n" + ("X: " + WHO + "\r\n").repeat(300) + "\r\n");
    refused(400, "PRB-W010", "GET /health?" + "a=b&".repeat(1_500) + GET);
    refused(400, "PRB-W010", post("decisions") + "Expect: " + WHO + "\r\n" + LENGTH);
  }

  /** HTTP/2 without an upgrade: whoever speaks it could not read a problem of HTTP/1.1. */
  @Test
  void anotherProtocolIsNotSpoken() throws Exception {
    assertEquals("", ask("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").text());
  }

  @Test
  void bodiesOfOtherKindsAreRefused() throws Exception {
    String post = post("decisions");
    refused(415, "PRB-W006", post + "Content-Encoding: gzip\r\n" + LENGTH);
    for (String type :
        List.of(
            "x" + WHO,
            "text/html",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=" + WHO,
            "application/json; q=\0"))
      refused(type.endsWith("\0") ? 400 : 415, "", post.replace("application/json", type) + LENGTH);
    refused(415, "PRB-W006", post.replace("Content-Type: application/json\r\n", "") + LENGTH);
    refused(406, "PRB-W009", post + "Accept: " + WHO + "/\r\n" + LENGTH);
    refused(413, "PRB-W005", post + "Content-Length: 1099511627776\r\n\r\n");
    refused(
        400,
        "",
        post.replace("decisions", "disclosures")
            + "Idempotency-Key: "
            + "k".repeat(5_000)
            + "\r\n"
            + LENGTH);
    for (byte[] bytes :
        List.of(
            new byte[] {'"', (byte) 0xc3, '"'},
            new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[1]))
      assertEquals("PRB-W003", served.post("/v1/one/decisions", bytes, served.token).code());
  }

  /** Chunks, so that nobody knows beforehand how many. */
  @Test
  void aBodyWithoutEndIsCutOff() throws Exception {
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    try (Wire wire = new Wire(served.web.port())) {
      wire.write(
          (post("explain") + "Transfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 20; i++) wire.write(chunk.getBytes(StandardCharsets.US_ASCII));
      wire.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      problem(413, "PRB-W005", wire.reply(), "without end");
    }
  }

  @Test
  void aBodyThatDripsIsGivenUp() throws Exception {
    try (Wire wire = new Wire(served.web.port());
        ScheduledExecutorService tap = Executors.newSingleThreadScheduledExecutor()) {
      wire.write(
          (post("decisions") + "Content-Length: 500\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      var unused = tap.scheduleAtFixedRate(() -> drip(wire), 0, 500, TimeUnit.MILLISECONDS);
      problem(408, "PRB-W019", wire.reply(), "drip");
      tap.shutdownNow();
    }
  }

  private static void drip(Wire wire) {
    try {
      wire.write(new byte[] {' '});
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /** Also where a person's id or a token is another controller's. */
  @Test
  void nothingOfItIsStoredOrLogged() throws Exception {
    String id =
        served
            .post("/v1/one/subjects", "{\"known-as\": {\"contact.email\": \"a@mail.test\"}}")
            .json()
            .path("subject")
            .asString();
    String two =
        served.store.tokens().create("two", "x", EnumSet.allOf(Scope.class), Duration.ofDays(1));
    Map<String, Long> before = rows();
    framesThatTwoReadersReadDifferentlyAreRefused();
    linesThatAreNoRequestAreRefused();
    bodiesOfOtherKindsAreRefused();
    String facts = "{\"subject\": \"" + id + "\", \"add\": {\"region\": \"EEA\"}}";
    byte[] bytes = facts.getBytes(StandardCharsets.UTF_8);
    assertEquals("PRB-W001", served.post("/v1/one/facts", bytes, two).code());
    assertEquals("PRB-W015", served.post("/v1/two/facts", bytes, two).code());
    assertEquals(
        "PRB-W015",
        served
            .post(
                "/v1/two/facts/read",
                ("{\"subject\": \"" + id + "\"}").getBytes(StandardCharsets.UTF_8),
                two)
            .code());
    String forged =
        served.token.substring(0, 20) + served.token.substring(20).toLowerCase(Locale.ROOT) + "";
    for (String token :
        List.of(
            forged,
            served.token + "A",
            "prb_" + "A".repeat(43),
            "PRB_" + served.token.substring(4)))
      if (!token.equals(served.token))
        assertEquals("PRB-W001", served.post("/v1/one/facts", bytes, token).code());
    refused(401, "PRB-W001", post("facts") + "Authorization: Bearer " + two + "\r\n" + LENGTH);

    assertEquals(before, rows());
    String log = Files.readString(served.log);
    assertFalse(log.contains(WHO) || log.contains(id) || log.contains(two), "the log names it");
    assertEquals(
        List.of(), log.lines().filter(line -> line.contains("a mistake of ours")).toList());
  }

  private static Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    for (String controller : List.of("one", "two"))
      served.store.tenancy().in(controller, client -> count(client, controller, rows));
    assertTrue(rows.size() > 4, rows.toString());
    return rows;
  }

  private static boolean count(JdbcClient client, String controller, Map<String, Long> rows) {
    for (String table :
        client
            .sql(
                "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = 'probity' and c.relkind = 'r'"
                    + " and has_table_privilege(c.oid, 'SELECT')")
            .query(String.class)
            .list())
      rows.put(
          controller + "." + table,
          client.sql("select count(*) from probity." + table).query(Long.class).single());
    return true;
  }

  private static Wire.Reply ask(String sent) throws Exception {
    return Wire.ask(served.web.port(), sent);
  }

  private static void refused(int status, String code, String sent) throws Exception {
    problem(status, code, ask(sent), sent.substring(0, Math.min(sent.length(), 400)));
  }

  private static void problem(int status, String code, Wire.Reply reply, String sent) {
    assertEquals(status, reply.status(), sent + "\n" + reply.text());
    assertEquals(1, reply.answers(), sent + "\n" + reply.text());
    assertEquals("application/problem+json", reply.header("Content-Type").replaceAll(";.*", ""));
    assertEquals("no-store", reply.header("Cache-Control"), sent);
    assertEquals("nosniff", reply.header("X-Content-Type-Options"), sent);
    assertFalse(reply.text().toLowerCase(Locale.ROOT).contains(WHO), reply.text());
    String body = reply.body();
    JsonNode problem =
        Served.JSON.readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
    assertEquals(status, problem.path("status").asInt(), body);
    assertTrue(problem.path("type").asString().startsWith("urn:probity:problem:PRB-W"), body);
    assertTrue(problem.path("type").asString().endsWith(code), body);
  }
}
