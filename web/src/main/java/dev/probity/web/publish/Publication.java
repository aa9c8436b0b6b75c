// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.publish;

import dev.probity.kernel.decide.Duties;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Question;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.PackPin;
import dev.probity.ledger.log.Draft;
import dev.probity.notice.pack.PackSource;
import dev.probity.store.log.Ledgers;
import dev.probity.store.log.LogRefused;
import dev.probity.store.log.Once;
import dev.probity.store.subject.Subjects;
import dev.probity.web.decide.Controller;
import dev.probity.web.decide.Controllers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes versions of notices public: the log is told of each once, by its digest, however many
 * servers see it, and what it changes is found out for the notice's page. Safe for many threads.
 */
public final class Publication {
  /** The act of whoever shows a change of weight in a highlight, in advance. */
  static final String HIGHLIGHT = "tell:change-highlighted";

  private static final String MATERIAL = "material-change";

  private final Controllers controllers;
  private final Ledgers ledgers;
  private final Subjects subjects;
  private final InstantSource clock;
  private final Map<String, Changed> changes = new ConcurrentHashMap<>();

  public Publication(
      Controllers controllers, Ledgers ledgers, Subjects subjects, InstantSource clock) {
    this.controllers = controllers;
    this.ledgers = ledgers;
    this.subjects = subjects;
    this.clock = clock;
  }

  /**
   * Tells the logs of all versions that they do not know; to be done when a server starts. Where
   * they know all of them it costs a question to the database for each.
   *
   * @return why a log was not told, for each that takes nothing
   */
  public List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    for (String id : new TreeSet<>(controllers.ids()))
      try {
        controllers.find(id).ifPresent(this::tell);
      } catch (LogRefused refused) {
        faults.add(refused.fault());
      }
    return faults;
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
    tell(found);
    TreeSet<String> acts = new TreeSet<>(acts(found, "published"));
    if (changed(found, source).filter(Changed::material).isPresent())
      acts.addAll(acts(found, MATERIAL));
    return List.copyOf(acts);
  }

  private void tell(Controller controller) {
    Instant now = clock.instant();
    for (PackSource version : controller.source().versions().reversed()) {
      PackPin pin = new PackPin(version.pack().name());
      byte[] name = pin.text().getBytes(StandardCharsets.US_ASCII);
      Once once =
          new Once(
              subjects.hash(controller.id(), "published", name),
              subjects.hash(controller.id(), "pack", name));
      if (ledgers.before(controller.id(), once).isEmpty())
        ledgers.append(controller.id(), List.of(Draft.of(new Entry.PackPublished(now, pin))), once);
    }
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
