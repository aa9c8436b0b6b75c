// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real browser, as a person uses it: it looks at one page at a time and is steered over the
 * DevTools protocol. One thread.
 */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Map<String, Integer> KEYS =
      Map.of("Tab", 9, "Enter", 13, " ", 32, "ArrowDown", 40);

  private final Process process;
  private final WebSocket socket;
  private final String session;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

  /**
   * @param profile where it keeps what a browser keeps; a folder of its own
   */
  Browser(Path profile) throws Exception {
    process =
        new ProcessBuilder(
                program().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-quic",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address(), new Listener())
            .get(30, TimeUnit.SECONDS);
    String target =
        send("", "Target.createTarget", Map.of("url", "about:blank")).path("targetId").asString();
    session =
        send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asString();
    send("Page.enable", Map.of());
    // Why: a key goes to a page that is in front.
    send("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
  }

  private static Path program() {
    for (String folder : System.getenv("PATH").split(":", -1))
      for (String name : NAMES) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) return program;
      }
    throw new AssertionError("these tests look at pages with Chromium: apt-get install chromium");
  }

  private URI address() throws IOException {
    BufferedReader said = process.inputReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (!line.startsWith("DevTools listening on ")) continue;
      // Why: a pipe that nobody empties stops who writes into it.
      Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
      return URI.create(line.substring("DevTools listening on ".length()).strip());
    }
    throw new AssertionError("the browser did not start");
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonNode message = JSON.readTree(text.toString());
        text.setLength(0);
        if (message.has("id")) asked.remove(message.path("id").asLong()).complete(message);
        else if (message.path("method").asString().equals("Page.loadEventFired"))
          loaded.complete(null);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }

  private JsonNode send(String method, Map<String, Object> params) throws Exception {
    return send(session, method, params);
  }

  private JsonNode send(String to, String method, Map<String, Object> params) throws Exception {
    long number = numbers.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(number, answer);
    Map<String, Object> message = new java.util.LinkedHashMap<>();
    message.put("id", number);
    message.put("method", method);
    message.put("params", params);
    if (!to.isEmpty()) message.put("sessionId", to);
    socket.sendText(JSON.writeValueAsString(message), true).get(30, TimeUnit.SECONDS);
    JsonNode got = answer.get(60, TimeUnit.SECONDS);
    if (got.has("error")) throw new AssertionError(method + " " + got.path("error"));
    return got.path("result");
  }

  /** A screen of this width, in a light or a dark room. */
  void screen(int width, int height, boolean dark) throws Exception {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** What it says its person reads. */
  void language(String accepted) throws Exception {
    send("Network.enable", Map.of());
    send("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", accepted)));
  }

  void open(String address) throws Exception {
    loaded = new CompletableFuture<>();
    JsonNode went = send("Page.navigate", Map.of("url", address));
    if (!went.path("errorText").asString("").isEmpty()) throw new AssertionError(went + address);
    arrived();
  }

  /** A step that leads to another page. */
  void leads(Step step) throws Exception {
    loaded = new CompletableFuture<>();
    step.take();
    arrived();
  }

  /** Something a person does. */
  interface Step {
    void take() throws Exception;
  }

  private void arrived() throws Exception {
    loaded.get(30, TimeUnit.SECONDS);
  }

  /** What a script of ours finds on the page; a promise is waited for. */
  JsonNode see(String script) throws Exception {
    JsonNode found =
        send(
            "Runtime.evaluate",
            Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
    if (found.has("exceptionDetails")) throw new AssertionError(found.path("exceptionDetails"));
    return found.path("result").path("value");
  }

  /** Presses a key and lets it go. */
  void press(String key) throws Exception {
    press(key, 0);
  }

  /** With Shift held. */
  void back() throws Exception {
    press("Tab", 8);
  }

  private void press(String key, int with) throws Exception {
    Map<String, Object> down =
        new java.util.HashMap<>(
            Map.of(
                "type",
                "keyDown",
                "key",
                key,
                "code",
                key.equals(" ") ? "Space" : key,
                "windowsVirtualKeyCode",
                KEYS.get(key),
                "modifiers",
                with));
    if (key.equals(" ")) down.put("text", " ");
    if (key.equals("Enter")) down.put("text", "\r");
    send("Input.dispatchKeyEvent", down);
    down.put("type", "keyUp");
    down.remove("text");
    send("Input.dispatchKeyEvent", down);
  }

  /** As from a keyboard, where the focus is. */
  void type(String text) throws Exception {
    send("Input.insertText", Map.of("text", text));
  }

  /** The whole page as a picture. */
  byte[] picture() throws Exception {
    JsonNode taken =
        send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    return Base64.getDecoder().decode(taken.path("data").asString());
  }

  /** What axe finds wrong with the page, each with the places; nothing where all is well. */
  List<String> faults() throws Exception {
    if (!see("typeof axe").asString().equals("object")) see(axe() + ";0");
    JsonNode violations =
        see(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
                + " 'best-practice'], resultTypes: ['violations']}).then(r =>"
                + " r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' '"
                + " + n.failureSummary).join(' | ')))");
    return violations.valueStream().map(v -> v.asString()).toList();
  }

  private static String axe() throws IOException {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws Exception {
    socket.abort();
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
  }
}
