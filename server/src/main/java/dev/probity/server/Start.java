// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.app.cli.Exit;
import dev.probity.app.cli.Serving;
import dev.probity.app.cli.Surroundings;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.Targets;
import dev.probity.store.token.Scope;
import dev.probity.vault.keys.KeyFault;
import dev.probity.vault.keys.KeyStore;
import dev.probity.web.Web;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One start of the server, until somebody stops it. */
record Start(Surroundings here, Serving.Up words, Target target, Map<String, String> settings) {
  private static final Logger LOG = LoggerFactory.getLogger(Start.class);
  private static final String COLLECTOR = "OTEL_EXPORTER_OTLP_ENDPOINT";

  int run() {
    if (words.demo() && !loopback())
      return Commands.refused(
          here,
          List.of(
              new Fault(
                  "PRB-U001",
                  "a demo has a token that everybody can read, and listens on this machine alone",
                  "leave --address out, or leave --demo out",
                  Where.file("command line"))));
    if (!settings.getOrDefault(COLLECTOR, "").strip().matches("(https?://[^\\s?#@]+)?"))
      return Commands.refused(
          here,
          List.of(
              new Fault(
                  "PRB-U005",
                  COLLECTOR + " is no plain address of a collector",
                  "write http://HOST:PORT, or leave it out to send no traces",
                  Where.file("settings"))));
    if (Witnesses.in(settings) instanceof Witnesses.Refused refused)
      return Commands.refused(here, List.of(refused.fault()));
    if (Packs.names(here.home()).isEmpty())
      return Commands.refused(here, List.of(Packs.none(here.home())));
    List<Fault> unsent = new MailSettings(settings, words.demo()).faults();
    if (!unsent.isEmpty()) return Commands.refused(here, unsent);
    // Why at once: reading packs and starting a database each take a core for a while.
    CompletableFuture<Packs> reading =
        CompletableFuture.supplyAsync(() -> Packs.read(here.home(), here.lexicon().get()));
    try (Progress progress = new Progress(Commands.means(here).says())) {
      progress.now("Starting the database");
      return switch (Store.open(target, means())) {
        case Store.Opening.Refused refused -> Commands.refused(here, List.of(refused.fault()));
        case Store.Opening.Opened opened -> {
          progress.now("Reading the packs");
          yield serve(reading.join(), opened.store(), progress);
        }
      };
    }
  }

  /** What becomes of the database while it serves stands in the log too. */
  private Means means() {
    Means means = Commands.means(here);
    return new Means(
        means.clock(),
        means.random(),
        sentence -> {
          means.says().accept(sentence);
          LOG.warn(sentence);
        });
  }

  private boolean loopback() {
    try {
      return InetAddress.getByName(words.address()).isLoopbackAddress();
    } catch (IOException e) {
      return false;
    }
  }

  private int serve(Packs packs, Store store, Progress progress) {
    if (!packs.faults().isEmpty()) {
      store.close();
      return Commands.refused(here, packs.faults());
    }
    MailSettings mail = new MailSettings(settings, words.demo());
    Texts texts = Texts.read(words.notices(), packs, here.clock());
    if (!texts.faults().isEmpty()) {
      store.close();
      return Commands.refused(here, texts.faults());
    }
    packs.sources().keySet().forEach(store::admit);
    KeyStore keys;
    try {
      keys = Keys.open(settings, here.clock());
    } catch (KeyFault fault) {
      store.close();
      return Commands.refused(here, List.of(fault.fault()));
    }
    Web.Parts parts =
        new Web.Parts(
            words.address(),
            words.port(),
            packs.sources(),
            store,
            keys,
            Targets.data(settings).resolve("ledger"),
            mail.post().orElse(null),
            log(),
            here.clock(),
            texts.notices());
    String collector = settings.getOrDefault(COLLECTOR, "").strip();
    progress.now("Opening the doors");
    return switch (collector.isBlank()
        ? Web.start(parts)
        : Web.start(parts, URI.create(collector))) {
      case Web.Outcome.Refused refused -> {
        store.close();
        yield Commands.refused(here, List.of(refused.fault()));
      }
      case Web.Outcome.Listens listens -> {
        publish(listens.web());
        progress.close();
        yield until(listens.web(), store, packs);
      }
    };
  }

  /**
   * A log that takes nothing refuses every write too, and questions may be answered all the same.
   */
  private void publish(Web web) {
    List<Fault> faults = web.publish();
    if (faults.isEmpty()) return;
    here.terminal().faults(faults);
    for (Fault fault : faults)
      LOG.atError().addKeyValue("code", fault.code()).log("a log was not told of its notice");
  }

  private int until(Web web, Store store, Packs packs) {
    CountDownLatch never = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  drain(web);
                  web.close();
                  store.close();
                }));
    if (words.training()) {
      Lesson.ask(web.port(), token(store, Greeting.DEMO));
      return Exit.FINE;
    }
    if (Witnesses.in(settings) instanceof Witnesses.Named witness)
      witness
          .of(
              store.ledgers(Targets.data(settings).resolve("ledger")),
              packs.sources().keySet(),
              here.terminal().err()::println)
          .start();
    new Greeting(here.terminal(), words, web.port())
        .print(
            packs,
            store,
            Targets.data(settings),
            new MailSettings(settings, words.demo()),
            demo(store, packs, web.port()));
    here.terminal().flush();
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Exit.FINE;
  }

  /** Answers for a while with readiness down, so that whoever sends requests here notices. */
  private void drain(Web web) {
    web.leave();
    try {
      Thread.sleep(Duration.ofSeconds(seconds("PROBITY_DRAIN")));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int seconds(String setting) {
    String named = settings.getOrDefault(setting, "");
    return named.matches("\\d{1,3}") ? Integer.parseInt(named) : 0;
  }

  /** Tokens of the example and of every controller that has invented people, who are there now. */
  private Map<String, String> demo(Store store, Packs packs, int port) {
    if (!words.demo()) return Map.of();
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put(Greeting.DEMO, token(store, Greeting.DEMO));
    Demo demo = new Demo(here.home().resolve("packs"), Greeting.url(words, port));
    for (String controller : packs.sources().keySet()) {
      if (!demo.has(controller)) continue;
      String token = tokens.computeIfAbsent(controller, c -> token(store, c));
      if (!demo.fill(controller, token))
        here.terminal().err().println("Not all of the demo of " + controller + " was taken.");
    }
    return tokens;
  }

  private static String token(Store store, String controller) {
    return store
        .tokens()
        .create(controller, "demo", EnumSet.allOf(Scope.class), Duration.ofDays(1));
  }

  /** Beside the database of our own; with another's, where containers look for it. */
  private @Nullable Path log() {
    Path folder = Targets.data(settings).resolve("log");
    if (target instanceof Target.External) return null;
    try {
      return Files.createDirectories(folder).resolve("probity.log");
    } catch (IOException e) {
      return null;
    }
  }
}
