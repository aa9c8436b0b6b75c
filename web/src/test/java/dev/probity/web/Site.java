// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.token.Scope;
import dev.probity.vault.keys.KeyFolder;
import dev.probity.web.mail.Post;
import dev.probity.web.mail.SmtpDelivery;
import dev.probity.web.mail.SmtpServer;
import dev.probity.web.publish.Notices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One machine: a data directory with a database, keys and logs of its own, and the server over it,
 * whose clock a test moves. The key ring lies elsewhere; the mail server is away, so that mail
 * waits.
 *
 * @param keys the folder of wrapped keys
 */
record Site(Path data, Path keys, Path ring, AtomicReference<Instant> now) {
  static final List<String> CONTROLLERS = List.of("one", "two");

  Running start() throws IOException {
    return new Running(this, Map.of("one", Served.pack("example"), "two", Served.pack("example")));
  }

  Target.Embedded target() {
    return new Target.Embedded(
        data, Path.of("target", "postgresql").toAbsolutePath(), System.getenv("PATH"));
  }

  Means means() {
    return new Means(now::get, new SecureRandom(), s -> {});
  }

  /** Who owns the machine, at the database that runs in the data directory. */
  PGSimpleDataSource superuser() throws IOException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    String port = Files.readAllLines(data.resolve("database/postmaster.pid")).get(3);
    source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/probity");
    source.setUser("postgres");
    source.setPassword(Files.readAllLines(data.resolve("credentials")).getFirst());
    source.setCurrentSchema(Store.SCHEMA);
    return source;
  }

  /** The server while it runs. */
  static final class Running implements AutoCloseable {
    final Store store;
    final Web web;
    private final HttpClient client = HttpClient.newHttpClient();

    private Running(Site site, Map<String, dev.probity.notice.pack.PackSource> packs)
        throws IOException {
      store =
          switch (Store.open(site.target(), site.means())) {
            case Store.Opening.Opened opened -> opened.store();
            case Store.Opening.Refused refused -> throw new AssertionError(refused.fault());
          };
      packs.keySet().forEach(store::admit);
      web =
          switch (Web.start(
              new Web.Place("127.0.0.1", 0, site.data().resolve("probity.log")),
              new Web.Parts(
                  packs,
                  store,
                  KeyFolder.open(site.keys(), site.ring(), Period.ofDays(30), site.now()::get),
                  site.data().resolve("ledger"),
                  post(),
                  site.now()::get,
                  Notices.NONE))) {
            case Web.Outcome.Listens listens -> listens.web();
            case Web.Outcome.Refused refused -> throw new AssertionError(refused.fault());
          };
    }

    /** One at an address where nobody listens: a port that was free a moment ago may not be. */
    private static Post post() {
      SmtpServer away = SmtpServer.of("smtp://127.0.0.1:1", "", "").orElseThrow();
      return new Post(new SmtpDelivery(away), "news@klangvik.test", "");
    }

    String token(String controller) {
      return store
          .tokens()
          .create(controller, "test", EnumSet.allOf(Scope.class), Duration.ofDays(1));
    }

    JsonNode ask(int status, String path, String token, String body) throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/v1/" + path))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + token)
              .header("Idempotency-Key", path + body.hashCode())
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(status, response.statusCode(), path + ": " + response.body());
      return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public void close() {
      client.close();
      web.close();
      store.close();
    }
  }
}
