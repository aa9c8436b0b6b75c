// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.app.cli.Serving;
import dev.probity.app.print.Terminal;
import dev.probity.store.Store;
import java.nio.file.Path;
import java.util.Map;

/** What a person reads once the server listens. */
record Greeting(Terminal terminal, Serving.Up words, int port) {
  static final String DEMO = "example";

  static String url(Serving.Up words, int port) {
    String host = words.address().contains(":") ? "[" + words.address() + "]" : words.address();
    return "http://" + host + ":" + port;
  }

  void print(Packs packs, Store store, Path data, MailSettings mail, Map<String, String> tokens) {
    String url = url(words, port);
    terminal.line("Probity listens at " + url);
    terminal.line("  controllers  " + String.join(" ", packs.sources().keySet()));
    if (store.embedded()) {
      terminal.line("  data         " + data);
      terminal.line(
          "  database     embedded PostgreSQL: for trial and for one machine; for more set"
              + " PROBITY_DATABASE_URL");
    }
    mail.greeting().ifPresent(where -> terminal.line("  mail         " + where));
    terminal.line("  health       " + url + "/health   metrics " + url + "/metrics");
    String token = tokens.get(DEMO);
    if (token != null) {
      terminal.line("");
      terminal.line("A token for the controller " + DEMO + ", for one day:");
      terminal.line("  " + token);
      terminal.line("Ask it something:");
      terminal.line("  curl -s " + url + "/v1/" + DEMO + "/decisions \\");
      terminal.line("    -H 'Authorization: Bearer " + token + "' \\");
      terminal.line("    -H 'Content-Type: application/json' \\");
      terminal.line(
          "    -d '{\"given\": {\"relation\": \"fitter-of\"}, \"ask\": {\"disclose\":"
              + " \"device.serial\", \"to\": \"audiologist\", \"for\": \"device-support\"}}'");
    }
    tokens.forEach(
        (controller, other) -> {
          if (controller.equals(DEMO)) return;
          terminal.line("");
          terminal.line("Invented people are known at " + controller + "; a token for it:");
          terminal.line("  " + other);
        });
    terminal.line("");
    terminal.line("Ctrl-C stops it.");
  }
}
