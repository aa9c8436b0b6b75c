// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What every notice keeps, whatever it says. Each law was seen to fail once with the fault that its
 * comment names.
 */
final class LawsTest {
  /** Fault it was seen to notice: a prohibition looked at only where no permit is met. */
  @Test
  void forbidBeatsPermit() {
    Law.holds(
        1_000,
        (seed, size) -> {
          History history = RandomPacks.seeded(seed, size).history();
          return Cases.each(
              history,
              seed,
              (question, before, dice) -> {
                if (!before.permits()) return false;
                Clause forbid = forbidding(question, dice);
                Decision after =
                    new Reference(Rewritten.versions(history, p -> Rewritten.plus(p, forbid)))
                        .decide(question);
                assertEquals(Effect.DENY, after.effect(), question::toString);
                assertTrue(after.because().contains("NEVER"), after::toString);
                return true;
              });
        });
  }

  /** A prohibition of what is asked, or of something above it, in some of the dimensions. */
  private static Clause forbidding(Question question, Dice dice) {
    Map<Dimension, Terms> terms = new java.util.EnumMap<>(Dimension.class);
    question.terms().forEach((d, t) -> terms.put(d, Terms.of(t)));
    terms.put(Dimension.ACTION, Terms.of(question.action()));
    terms.put(Dimension.DATA, Terms.of(question.data().getFirst()));
    terms.keySet().removeIf(d -> terms.get(d).listed().contains("") || dice.oneIn(2));
    return new Clause.Forbid(
        "never", "NEVER", new Match(terms, null), List.of(), List.of(), Set.of(), List.of());
  }

  /** Fault it was seen to notice: a permit covers in a dimension that the question leaves out. */
  @Test
  void silenceNeverPermits() {
    Law.holds(
        1_000,
        (seed, size) -> {
          History history = RandomPacks.seeded(seed, size).history();
          return Cases.each(
              history,
              seed,
              (question, before, dice) -> {
                if (!before.permits()) return false;
                Reference silent = new Reference(without(history, before.because()));
                assertFalse(silent.decide(question).permits(), question::toString);
                Set<String> covering = covering(history, question);
                assertTrue(covering.containsAll(before.because()), before::toString);
                return true;
              });
        });
  }

  private static History without(History history, List<String> cites) {
    return Rewritten.versions(
        history,
        p ->
            Rewritten.with(
                p,
                p.clauses().stream()
                    .filter(c -> !(c instanceof Clause.Permit) || !cites.contains(c.cite()))
                    .toList()));
  }

  /** Permits of which every restricted dimension is stated, or said by a collection point. */
  private static Set<String> covering(History history, Question question) {
    Set<String> cites = new java.util.TreeSet<>();
    for (Pack pack : history.versions()) {
      boolean filled = pack.points().containsKey(question.term(Dimension.POINT).orElse(""));
      for (Clause c : pack.clauses()) {
        Set<Dimension> silent = new java.util.TreeSet<>(c.match().terms().keySet());
        silent.removeAll(question.terms().keySet());
        silent.removeAll(List.of(Dimension.ACTION, Dimension.DATA, Dimension.TECHNOLOGY));
        if (filled) silent.removeAll(List.of(Dimension.PURPOSE, Dimension.SOURCE));
        if (silent.isEmpty()) cites.add(c.cite());
      }
    }
    return cites;
  }

  /** Fault it was seen to notice: only the first prohibition is cited. */
  @Test
  void orderIsIrrelevant() {
    Law.holds(
        10_000,
        (seed, size) -> {
          History history = RandomPacks.seeded(seed, size).history();
          Shuffled shuffled = new Shuffled(new Random(seed));
          Reference other = new Reference(shuffled.history(history));
          return Cases.each(
              history,
              seed,
              (question, before, dice) -> {
                assertEquals(before, other.decide(shuffled.question(question)));
                return true;
              });
        });
  }

  /** Fault it was seen to notice: a refusal that is withdrawn counts as a yes. */
  @Test
  void withdrawingNeverWidens() {
    Predicate<Condition> given = c -> !(c instanceof Condition.Consent x) || !x.withdrawn();
    Predicate<Condition> taken = c -> !(c instanceof Condition.Consent x) || x.withdrawn();
    Law.holds(
        1_000,
        (seed, size) -> {
          History drawn = RandomPacks.seeded(seed, size).history();
          History sensible =
              Rewritten.versions(
                  Rewritten.clauses(
                      drawn,
                      all -> all.stream().map(c -> Rewritten.keeping(c, given, taken)).toList()),
                  p -> Rewritten.overlaysKeeping(p, taken));
          History history =
              Rewritten.notPinnedWhole(sensible, Rewritten.only(sensible.until(), given));
          Reference reference = new Reference(history);
          return Cases.each(
              history,
              seed,
              (question, before, dice) -> {
                if (question.facts().consents().isEmpty()) return false;
                Question later = question.withFacts(withdrawn(question, dice));
                Decision after = reference.decide(later);
                assertFalse(after.permits() && !before.permits(), later::toString);
                return true;
              });
        });
  }

  /** A whole pin keeps the old version, whatever the new one says: it may well be the wider. */
  private static Facts withdrawn(Question question, Dice dice) {
    Facts f = question.facts();
    List<ConsentRecord> records = new ArrayList<>(f.consents());
    int i = dice.below(records.size());
    ConsentRecord r = records.get(i);
    records.set(
        i,
        new ConsentRecord(
            r.id(),
            r.answer(),
            r.level(),
            r.covers(),
            r.from(),
            question.at().minusSeconds(dice.below(2))));
    return new Facts(
        f.read(),
        records,
        f.choices(),
        f.notices(),
        f.relations(),
        f.evidence(),
        f.regions(),
        f.ages(),
        f.roles(),
        f.states(),
        f.channel());
  }

  /** Fault it was seen to notice: an overlay's permit takes the place of the notice's answer. */
  @Test
  void addingARestrictionNeverAddsAPermit() {
    Law.holds(
        6_000,
        (seed, size) -> {
          RandomPacks packs = RandomPacks.seeded(seed, size);
          History history = packs.history();
          Reference stricter = new Reference(Rewritten.versions(history, p -> more(p, packs)));
          return Cases.each(
              history,
              seed,
              (question, before, dice) -> {
                assertFalse(
                    stricter.decide(question).permits() && !before.permits(), question::toString);
                return !before.permits();
              });
        });
  }

  /** Another prohibition, requirement or overlay, or one more condition on a permit. */
  private static Pack more(Pack pack, RandomPacks packs) {
    if (packs.dice().oneIn(4)) {
      Pack law = packs.pack("law9", 1, 3, List.of());
      return Rewritten.with(
          pack, List.of(new Overlay("O", packs.match(4), packs.conditions().some(1), law)), false);
    }
    if (packs.dice().oneIn(4)) {
      Condition condition = packs.conditions().one();
      return Rewritten.with(
          pack, pack.clauses().stream().map(c -> conditioned(c, condition)).toList());
    }
    Clause more = packs.clause("more", "MORE");
    return more instanceof Clause.Permit ? pack : Rewritten.plus(pack, more);
  }

  private static Clause conditioned(Clause clause, Condition condition) {
    if (!(clause instanceof Clause.Permit c)) return clause;
    List<Condition> when = new ArrayList<>(c.when());
    when.add(condition);
    return new Clause.Permit(c.id(), c.cite(), c.match(), when, c.then());
  }

  /** Fault it was seen to notice: cells of some purposes left empty. */
  @Test
  void slicingTheIndexNeverChangesAnAnswer() {
    Law.holds(
        10_000,
        (seed, size) -> {
          History history = RandomPacks.seeded(seed, size).history();
          Compiled cells = Compiled.of(history, new Cells.Budget(0, 1 << 12));
          Compiled some = Compiled.of(history, new Cells.Budget(0, 30));
          Compiled bits = Compiled.of(history, Cells.Budget.NOTHING);
          return Cases.each(
              history,
              seed,
              (question, whole, dice) -> {
                History sliced = Rewritten.clauses(history, all -> slice(all, question, history));
                assertEquals(whole, new Reference(sliced).decide(question));
                assertEquals(whole, cells.decide(question));
                assertEquals(whole, some.decide(question));
                assertEquals(whole, bits.decide(question));
                return true;
              });
        });
  }

  /** Clauses that may speak to the action, and permits that collect. */
  private static List<Clause> slice(List<Clause> all, Question question, History history) {
    return all.stream().filter(c -> concerns(c, question, history)).toList();
  }

  private static boolean concerns(Clause clause, Question question, History history) {
    Terms actions = clause.match().terms().get(Dimension.ACTION);
    return actions == null
        || Boundaries.layers(history.versions()).stream()
            .map(p -> p.vocabulary().tree(Dimension.ACTION))
            .anyMatch(t -> actions.overlap(question.action(), t) || actions.cover("collect", t));
  }
}
