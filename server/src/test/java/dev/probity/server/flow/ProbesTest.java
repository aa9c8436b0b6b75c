// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.probity.notice.cover.Probed;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.scenario.Verdict;
import dev.probity.notice.vocabulary.LexiconReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Probes at pages that keep a control, that break it, and that are not there. */
class ProbesTest {
  private static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void aPageThatSetsACookieIsSeen() {
    serve("/", "Hello", false);
    assertTrue(run("omron").get("OMR-079").fine());
    serve("/forms/", "Hello", true);
    assertFalse(run("omron").get("OMR-079").fine());
  }

  @Test
  void whatANoticeMustShowIsLookedForInItsWords() {
    serve("/notices/", "<h1>Notice</h1>", false);
    Map<String, Probed> found = run("innomax");
    assertFalse(found.get("INX-002").fine());
    assertFalse(found.get("INX-163").fine());
    server.removeContext("/notices/");
    PackSource source = pack("innomax");
    String day = source.header().inForce().toString().substring(0, 10);
    serve("/notices/", "<p>" + source.header().controller() + ", " + day + "</p>", false);
    assertTrue(run("innomax").get("INX-002").fine());
    assertTrue(run("innomax").get("INX-163").fine());
  }

  @Test
  void aDayIsLookedForInEachVersion() {
    String day = pack("imetrix").header().inForce().toString().substring(0, 10);
    serve("/notices/imetrix", "<p>" + day + "</p>", false);
    serve("/notices/imetrix/", "<p>Notice</p>", false);
    assertFalse(run("imetrix").get("IMX-052").fine(), "a list elsewhere is no day of its own");
  }

  @Test
  void aNoticeHasATitleAndEachVersionAnAddress() {
    String version = pack("omron").header().version();
    String titled = "<title>Notice</title><h1>Notice</h1>";
    serve("/notices/", titled + version, false);
    assertTrue(run("omron").get("OMR-005").fine());
    for (String broken : List.of("<title></title><h1>Notice</h1>" + version, titled, version)) {
      serve("/notices/omron/", broken, false);
      assertFalse(run("omron").get("OMR-005").fine(), broken);
      server.removeContext("/notices/omron/");
    }
  }

  @Test
  void aFormThatDoesNotSayWhatFollowsIsSeen() {
    serve("/notices/", "Notice", false);
    assertFalse(run("innomax").get("INX-099").fine(), "forms that are not there explain nothing");
    serve("/forms/", "<p id=\"needed\">Or nothing is sent.</p><input required=\"\">", false);
    assertTrue(run("innomax").get("INX-099").fine());
    serve("/forms/innomax/", "<input required=\"\">", false);
    assertFalse(run("innomax").get("INX-099").fine());
  }

  @Test
  void aPointThatTakesAnythingIsSeen() {
    serve("/notices/", "Notice", false);
    assertFalse(run("ombre").containsKey("OMB-043"), "no point shows nothing");
    points("PRB-W032", "PRB-W033");
    assertTrue(run("ombre").get("OMB-043").fine());
    for (List<String> weak :
        List.of(List.of("PRB-W030", "PRB-W033"), List.of("PRB-W032", "PRB-W030"))) {
      server.removeContext("/v1/ombre/points");
      points(weak.getFirst(), weak.getLast());
      assertFalse(run("ombre").get("OMB-043").fine(), weak.toString());
    }
  }

  /** As the door of points answers what it does not know, and what cannot be. */
  private void points(String undeclared, String wrong) {
    server.createContext(
        "/v1/ombre/points",
        exchange -> {
          String asked =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String code = asked.contains("nothing.declared") ? undeclared : wrong;
          String answer =
              asked.isEmpty()
                  ? "{\"points\":[{\"point\":\"a\",\"fields\":[{\"element\":\"contact.email\"}]}]}"
                  : "{\"type\":\"urn:probity:problem:" + code + "\"}";
          exchange.sendResponseHeaders(asked.isEmpty() ? 200 : 422, answer.length());
          exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
  }

  /** A control that no probe here has the name of is shown by the flows that keep it, or fails. */
  @Test
  void aControlIsShownByFlowsThatKeepIt() {
    PackSource ombre = pack("ombre");
    Scenario flow =
        ombre.scenarios().stream().filter(s -> s.keeps().contains("OMB-044")).findFirst().get();
    assertFalse(run("ombre", List.of()).containsKey("OMB-044"));
    assertTrue(run("ombre", List.of(verdict(flow, List.of()))).get("OMB-044").fine());
    Probed failed = run("ombre", List.of(verdict(flow, List.of("a whole number")))).get("OMB-044");
    assertFalse(failed.fine());
    assertEquals("a whole number", failed.saw());
  }

  private static Verdict verdict(Scenario flow, List<String> mistakes) {
    return new Verdict(flow, true, Optional.empty(), List.of(), List.of(), mistakes);
  }

  @Test
  void aPageThatIsNotThereShowsNothing() {
    assertEquals(Map.of(), run("innomax"));
  }

  private Map<String, Probed> run(String pack) {
    return run(pack, List.of());
  }

  private Map<String, Probed> run(String pack, List<Verdict> flows) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    Doors doors = new Doors(client, url, pack, "");
    return new Probes(doors, pack(pack), InstantSource.system(), flows).run();
  }

  private void serve(String path, String html, boolean cookie) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
          if (cookie) exchange.getResponseHeaders().add("Set-Cookie", "a=b");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static PackSource pack(String name) {
    return switch (PackReader.read(ROOT.resolve("packs").resolve(name), LexiconReader.shipped())) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }
}
