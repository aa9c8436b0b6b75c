// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
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
    if (!collector().matches("(https?://[^\\s?#@]+)?"))
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
    hush();
    Foundations foundations =
        Foundations.begin(
            () -> Packs.read(here.home(), here.lexicon().get()), () -> Store.open(target, means()));
    AtomicReference<Web> listening = new AtomicReference<>();
    // Why now: whoever stops a start in its first second must not leave a database behind.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(listening.get(), foundations)));
    try {
      return switch (opened(foundations, listening)) {
        case Web.Outcome.Refused refused -> refused(foundations, List.of(refused.fault()));
        case Web.Outcome.Listens listens ->
            until(listens.web(), foundations.store(), foundations.packs());
      };
    } catch (RuntimeException e) {
      // Why: what fails now fails because somebody stops it.
      if (foundations.isClosed()) return Exit.FINE;
      for (Throwable t = e; t != null; t = t.getCause())
        if (t instanceof Foundations.Refusal refusal) return refused(foundations, refusal.faults());
      throw e;
    }
  }

  /** What libraries say before Spring sets the log up has nowhere to go, and need not be made. */
  private static void hush() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext early)
      early.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
  }

  private Web.Outcome opened(Foundations foundations, AtomicReference<Web> listening) {
    try (Progress progress = new Progress(Commands.means(here).says())) {
      CompletableFuture<Web.Outcome> opening =
          Foundations.beside(
              "doors", () -> Web.start(place(), () -> parts(foundations), collector()));
      // Why here too: whoever is refused need not wait until the doors ask.
      foundations.await(progress);
      progress.now("Opening the doors");
      Web.Outcome outcome = opening.join();
      if (outcome instanceof Web.Outcome.Listens listens) {
        listening.set(listens.web());
        publish(listens.web());
      }
      return outcome;
    }
  }

  private int refused(Foundations foundations, List<Fault> faults) {
    foundations.close();
    return Commands.refused(here, faults);
  }

  private void stop(@Nullable Web web, Foundations foundations) {
    if (web != null) {
      drain(web);
      web.close();
    }
    foundations.close();
  }

  private Web.Place place() {
    return new Web.Place(words.address(), words.port(), log());
  }

  private String collector() {
    return settings.getOrDefault(COLLECTOR, "").strip();
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

  private Web.Parts parts(Foundations foundations) {
    Store store = foundations.store();
    Packs packs = foundations.packs();
    Texts texts = Texts.read(words.notices(), packs, here.clock());
    if (!texts.faults().isEmpty()) throw new Foundations.Refusal(texts.faults());
    packs.sources().keySet().forEach(store::admit);
    return new Web.Parts(
        packs.sources(),
        store,
        keys(),
        Targets.data(settings).resolve("ledger"),
        new MailSettings(settings, words.demo()).post().orElse(null),
        here.clock(),
        texts.notices());
  }

  private KeyStore keys() {
    try {
      return Keys.open(settings, here.clock());
    } catch (KeyFault fault) {
      throw new Foundations.Refusal(List.of(fault.fault()));
    }
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
