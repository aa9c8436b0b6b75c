// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.publish;

import dev.probity.kernel.decide.Duties;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Question;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.PackPin;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import dev.probity.notice.pack.PackSource;
import dev.probity.store.log.Ledgers;
import dev.probity.store.log.LogRefused;
import dev.probity.store.log.Once;
import dev.probity.web.decide.Controller;
import dev.probity.web.decide.Controllers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Makes versions of notices and their texts public: the log is told of each once, by its digest,
 * however many servers see it, and what a version changes is found out for the notice's page. Safe
 * for many threads.
 */
public final class Publication {
  /** The act of whoever shows a change of weight in a highlight, in advance. */
  static final String HIGHLIGHT = "tell:change-highlighted";

  private static final String MATERIAL = "material-change";

  private final Controllers controllers;
  private final Notices notices;
  private final Ledgers ledgers;
  private final InstantSource clock;
  private final CompletableFuture<Map<String, List<News>>> unknown;
  private final Map<String, Changed> changes = new ConcurrentHashMap<>();

  /** What a log has to know, once. */
  private record News(String name, Function<Instant, Entry> entry) {
    /** Nobody's secret, so that no key is needed. */
    Once once() {
      Hash hash = Merkle.leaf(name.getBytes(StandardCharsets.US_ASCII));
      return new Once(hash, hash);
    }
  }

  /** Begins to find out, beside who called, what the logs do not know yet. */
  public Publication(
      Controllers controllers,
      Map<String, PackSource> packs,
      Notices notices,
      Ledgers ledgers,
      InstantSource clock) {
    this.controllers = controllers;
    this.notices = notices;
    this.ledgers = ledgers;
    this.clock = clock;
    Map<String, List<News>> all = new TreeMap<>();
    packs.forEach((controller, source) -> all.put(controller, news(controller, source)));
    this.unknown =
        CompletableFuture.supplyAsync(() -> unknown(all))
            // Why all of them: who could not ask may still tell, and no log takes one twice.
            .exceptionally(failed -> all);
  }

  /**
   * Tells the logs what they do not know; to be done when a server starts.
   *
   * @return why a log was not told, for each that takes nothing
   */
  public List<Fault> all() {
    Map<String, List<News>> all = unknown.join();
    // Why side by side: what each log waits for is the disk.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Optional<Fault>>> told = new ArrayList<>();
      all.forEach(
          (controller, news) -> {
            if (!news.isEmpty())
              told.add(CompletableFuture.supplyAsync(() -> told(controller, news), threads));
          });
      return told.stream().flatMap(one -> one.join().stream()).toList();
    }
  }

  private Optional<Fault> told(String controller, List<News> news) {
    try {
      news.forEach(one -> tell(controller, one));
      return Optional.empty();
    } catch (LogRefused refused) {
      return Optional.of(refused.fault());
    } catch (DataAccessException | TransactionException lost) {
      return Optional.of(away(controller));
    }
  }

  private static Fault away(String controller) {
    return new Fault(
        "PRB-W012",
        "the database does not answer",
        "start again once it does; the log is told then",
        Where.file(controller));
  }

  /**
   * Puts another version of a controller's notice in the place of the newest one, which stays among
   * the earlier ones.
   *
   * @return the acts that this obliges to
   */
  public List<String> renew(String controller, PackSource source) {
    controllers.renew(controller, source);
    Controller found = controllers.find(controller).orElseThrow();
    unknown(controller, news(controller, source)).forEach(one -> tell(controller, one));
    TreeSet<String> acts = new TreeSet<>(acts(found, "published"));
    if (changed(found, source).filter(Changed::material).isPresent())
      acts.addAll(acts(found, MATERIAL));
    return List.copyOf(acts);
  }

  /** Oldest first, each with the texts of it that are at hand. */
  private List<News> news(String controller, PackSource source) {
    List<News> all = new ArrayList<>();
    for (PackSource version : source.versions().reversed()) {
      PackPin pin = new PackPin(version.pack().name());
      all.add(new News("published " + pin, at -> new Entry.PackPublished(at, pin)));
      for (Published text : notices.byController().getOrDefault(controller, List.of()))
        if (text.version().equals(version.header().version())) all.add(news(pin, text));
    }
    return all;
  }

  private static News news(PackPin pin, Published text) {
    Hash hash = Hash.of(HexFormat.of().parseHex(text.sha256())).orElseThrow();
    Word language = new Word(text.language());
    return new News(
        "text " + pin + " " + language + " " + hash.hex(),
        at -> new Entry.TextPublished(at, pin, language, hash));
  }

  private Map<String, List<News>> unknown(Map<String, List<News>> all) {
    Map<String, List<News>> unknown = new TreeMap<>();
    all.forEach((controller, news) -> unknown.put(controller, unknown(controller, news)));
    return unknown;
  }

  private List<News> unknown(String controller, List<News> news) {
    return news.stream().filter(one -> ledgers.before(controller, one.once()).isEmpty()).toList();
  }

  private void tell(String controller, News news) {
    Draft draft = Draft.of(news.entry().apply(clock.instant()));
    ledgers.append(controller, List.of(draft), news.once());
  }

  /** What a version changes in the one before it; nothing where it is the first. */
  Optional<Changed> changed(Controller controller, PackSource version) {
    return before(controller, version)
        .map(
            earlier ->
                changes.computeIfAbsent(
                    earlier.pack().name() + " " + version.pack().name(),
                    k -> Changed.between(earlier, version)));
  }

  private static Optional<PackSource> before(Controller controller, PackSource version) {
    return controller.source().versions().stream()
        .filter(v -> v.header().inForce().isBefore(version.header().inForce()))
        .findFirst();
  }

  /** Whether the notice promises to show such changes in advance, and in a highlight. */
  boolean highlights(Controller controller) {
    return acts(controller, MATERIAL).contains(HIGHLIGHT);
  }

  private List<String> acts(Controller controller, String event) {
    // Why any element: duties of these events are about the notice, and about nobody.
    Question question =
        Question.of("use", List.of("contact"), clock.instant(), Facts.NOTHING_THERE);
    return Duties.on(event, controller.source().pack(), question).acts();
  }
}
