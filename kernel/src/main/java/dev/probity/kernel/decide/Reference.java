// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The reference engine: chooses the version, asks {@link ReferenceDecider} for each element and
 * each overlay in force, and puts the answers together. Immutable; a decision costs a look at every
 * clause.
 */
public record Reference(History history) implements Decider {
  public static Reference of(Pack pack) {
    return new Reference(History.of(pack));
  }

  @Override
  public Decision decide(Question question) {
    Optional<Pack> current = history.inForce(question.at());
    Map<String, Answer> answers = new TreeMap<>();
    for (String element : question.data()) {
      answers.put(
          element,
          current.map(p -> versioned(p, question, element)).orElse(Answer.notCovered(List.of())));
    }
    return unite(answers, current.map(p -> deciding(p, question).name()).orElse(""));
  }

  /** The version that decides: the current one, or the one the datum is pinned to. */
  private Pack deciding(Pack current, Question question) {
    return history.pin() == History.Pin.ALL ? pinned(current, question).orElse(current) : current;
  }

  /** The older version the data is still under, if the pin has not ended for all of it. */
  private Optional<Pack> pinned(Pack current, Question question) {
    if (history.pin() == History.Pin.NONE || question.pinned() == null) return Optional.empty();
    Truth over = Truth.TRUE;
    for (String element : question.data()) {
      for (var c : history.until()) {
        over = over.and(new Reading(current, question, element).of(c));
      }
    }
    boolean holds = over != Truth.TRUE;
    return history
        .version(question.pinned())
        .filter(old -> holds && old.inForce().isBefore(current.inForce()));
  }

  private Answer versioned(Pack current, Question question, String element) {
    Optional<Pack> old = pinned(current, question);
    if (old.isEmpty()) return withOverlays(current, question, element);
    Answer before = withOverlays(old.get(), question, element);
    if (history.pin() == History.Pin.ALL) return before;
    Answer now = withOverlays(current, question, element);
    if (now.effect() != Effect.PERMIT) return now;
    return before.effect() == Effect.PERMIT
        ? permittedByBoth(now, before)
        : notYet(current, question, element);
  }

  /** What the old version permits only with an act stays permitted only with it. */
  private static Answer permittedByBoth(Answer now, Answer before) {
    TreeSet<String> acts = new TreeSet<>(now.acts());
    acts.addAll(before.acts());
    return new Answer(now.effect(), now.because(), now.almost(), acts, now.remedies());
  }

  private Answer notYet(Pack current, Question question, String element) {
    List<Remedies> needed = new ArrayList<>();
    for (var c : history.until()) {
      if (new Reading(current, question, element).of(c) != Truth.TRUE) {
        needed.add(c.changeable() ? Remedies.of(c.text()) : Remedies.NONE);
      }
    }
    TreeSet<String> because = new TreeSet<>();
    if (!history.cite().isEmpty()) because.add(history.cite());
    return new Answer(
        Effect.DENY, because, new TreeSet<>(), new TreeSet<>(), Remedies.allOf(needed));
  }

  private Answer withOverlays(Pack pack, Question question, String element) {
    Question complete = Matching.complete(pack, question);
    Answer own = new ReferenceDecider(pack, complete, element).decide();
    Map<String, List<Answer>> laws = new TreeMap<>();
    for (Overlay overlay : pack.overlays()) {
      if (applies(overlay, pack, complete, element)) {
        Answer law = new ReferenceDecider(overlay.pack(), complete, element).decide();
        laws.computeIfAbsent(overlay.pack().id(), id -> new ArrayList<>()).add(law);
      }
    }
    return narrowed(own, laws);
  }

  /** A law binds from its own date on, whatever the date of the notice. */
  static boolean applies(Overlay overlay, Pack pack, Question question, String element) {
    if (overlay.pack().inForce().isAfter(question.at())) return false;
    Truth when = Truth.TRUE;
    for (var c : overlay.when()) when = when.and(new Reading(pack, question, element).of(c));
    return when != Truth.FALSE && new Matching(pack, question, element).overlaps(overlay.match());
  }

  /** An overlay's DENY beats all and both sides are cited; otherwise only its acts are added. */
  private static Answer narrowed(Answer own, Map<String, List<Answer>> laws) {
    boolean denied = laws.values().stream().flatMap(List::stream).anyMatch(Reference::denies);
    TreeSet<String> because = new TreeSet<>(own.because());
    TreeSet<String> acts = new TreeSet<>();
    List<Remedies> needed = new ArrayList<>();
    if (!denied || denies(own)) acts.addAll(own.acts());
    if (denies(own)) needed.add(own.remedies());
    for (var entry : laws.entrySet()) {
      for (Answer law : entry.getValue()) {
        if (denies(law)) {
          law.because().forEach(c -> because.add(entry.getKey() + ":" + c));
          needed.add(law.remedies());
          acts.addAll(law.acts());
        } else if (!denied && own.effect() == Effect.PERMIT) {
          acts.addAll(law.acts());
        }
      }
    }
    // Why: the notice itself does not speak, so that lifting the law's DENY permits nothing.
    if (denied && own.effect() == Effect.NOT_COVERED) needed.add(Remedies.NONE);
    Effect effect = denied ? Effect.DENY : own.effect();
    Remedies ways = effect == Effect.DENY ? Remedies.allOf(needed) : own.remedies();
    return new Answer(effect, because, own.almost(), acts, ways);
  }

  private static boolean denies(Answer answer) {
    return answer.effect() == Effect.DENY;
  }

  /** The strictest element decides; acts are united; a DENY is lifted by lifting all of them. */
  private static Decision unite(Map<String, Answer> answers, String pack) {
    Effect effect = Effect.PERMIT;
    for (Answer a : answers.values()) if (a.effect().compareTo(effect) > 0) effect = a.effect();
    NavigableSet<String> because = new TreeSet<>();
    NavigableSet<String> almost = new TreeSet<>();
    NavigableSet<String> acts = new TreeSet<>();
    List<Remedies> needed = new ArrayList<>();
    Map<String, Effect> elements = new TreeMap<>();
    for (var entry : answers.entrySet()) {
      Answer answer = entry.getValue();
      elements.put(entry.getKey(), answer.effect());
      if (answer.effect() == Effect.NOT_COVERED) needed.add(Remedies.NONE);
      if (answer.effect() == Effect.DENY) needed.add(answer.remedies());
      if (answer.effect() != effect) continue;
      because.addAll(answer.because());
      almost.addAll(answer.almost());
      acts.addAll(answer.acts());
    }
    Remedies ways = effect == Effect.DENY ? Remedies.allOf(needed) : Remedies.NONE;
    if (effect != Effect.PERMIT && effect != Effect.DENY) acts = new TreeSet<>();
    return new Decision(
        effect,
        List.copyOf(because),
        List.copyOf(almost),
        List.copyOf(acts),
        ways.asLists(),
        elements,
        pack);
  }
}
