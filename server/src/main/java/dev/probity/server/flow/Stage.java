// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.scenario.Verdict;
import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.token.Scope;
import dev.probity.vault.keys.KeyFolder;
import dev.probity.web.Web;
import dev.probity.web.mail.FolderDelivery;
import dev.probity.web.mail.Post;
import dev.probity.web.publish.Notices;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.Period;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A server on a data directory that is thrown away with it, also where a signal ends the program.
 * One thread opens, uses and closes it.
 */
final class Stage implements AutoCloseable {
  private static final String OUTBOX = "outbox";
  private static final Duration LONG = Duration.ofDays(36_500);

  private final Path data;
  private final Store store;
  private final Web web;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Moving clock;
  private final Undoing undoing;

  private Stage(Path data, Store store, Web web, Moving clock, Undoing undoing) {
    this.data = data;
    this.store = store;
    this.web = web;
    this.clock = clock;
    this.undoing = undoing;
  }

  /** A stage that is set, or why it is not. */
  sealed interface Setting {
    record Set(Stage stage) implements Setting {}

    record Refused(Fault fault) implements Setting {}
  }

  /**
   * @param folder where its data lie while it is there, and the database's programs stay
   * @param controllers by the name that each has in addresses
   */
  static Setting set(
      Path folder, String path, InstantSource real, Map<String, PackSource> controllers)
      throws IOException {
    Path data = Files.createTempDirectory(Files.createDirectories(folder), "data-");
    Undoing undoing = new Undoing();
    undoing.by(() -> clear(data));
    Moving clock = new Moving(real);
    Means means = new Means(clock, new SecureRandom(), sentence -> {});
    Target target = new Target.Embedded(data, folder, path);
    synchronized (undoing) {
      return switch (Store.open(target, means)) {
        case Store.Opening.Refused refused -> refused(undoing, refused.fault());
        case Store.Opening.Opened opened ->
            serving(data, opened.store(), clock, real, controllers, undoing);
      };
    }
  }

  private static Setting serving(
      Path data,
      Store store,
      Moving clock,
      InstantSource real,
      Map<String, PackSource> controllers,
      Undoing undoing) {
    // Why: a database of our own would outlive us.
    undoing.by(store::close);
    try {
      controllers.keySet().forEach(store::admit);
      return switch (Web.start(
          new Web.Place("127.0.0.1", 0, data.resolve("probity.log")),
          parts(data, store, clock, real, controllers))) {
        case Web.Outcome.Refused refused -> refused(undoing, refused.fault());
        case Web.Outcome.Listens listens -> {
          undoing.by(listens.web()::close);
          List<Fault> untold = listens.web().publish();
          if (!untold.isEmpty()) yield refused(undoing, untold.getFirst());
          yield new Setting.Set(new Stage(data, store, listens.web(), clock, undoing));
        }
      };
    } catch (RuntimeException e) {
      undoing.close();
      throw e;
    }
  }

  private static Web.Parts parts(
      Path data,
      Store store,
      InstantSource clock,
      InstantSource real,
      Map<String, PackSource> controllers) {
    return new Web.Parts(
        controllers,
        store,
        KeyFolder.open(data.resolve("keys"), data.resolve("key-ring"), Period.ofDays(30), real),
        data.resolve("ledger"),
        new Post(new FolderDelivery(data.resolve(OUTBOX)), "no-reply@probity.invalid", ""),
        clock,
        Notices.NONE);
  }

  private static Setting refused(Undoing undoing, Fault fault) {
    undoing.close();
    return new Setting.Refused(fault);
  }

  Moving clock() {
    return clock;
  }

  /** Plays a flow at the true time, as a controller that nobody else is. */
  Verdict play(String controller, PackSource source, Scenario flow) {
    clock.back();
    return new Played(
            doors(controller),
            clock,
            source,
            data.resolve(OUTBOX),
            version -> web.publish(controller, version))
        .run(flow);
  }

  Doors doors(String controller) {
    String token = store.tokens().create(controller, "flow", EnumSet.allOf(Scope.class), LONG);
    return new Doors(client, "http://127.0.0.1:" + web.port(), controller, token);
  }

  @Override
  public void close() {
    client.close();
    undoing.close();
  }

  private static void clear(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException e) {
      // Why nothing more: it lies where the machine itself clears up.
      return;
    }
  }
}
