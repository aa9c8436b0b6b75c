// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.NoticeGiven;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two packs and every question that both can be asked at one moment. A notice given counts under
 * either pack's own version, since each is asked as if it governed. One thread.
 */
public final class Comparison {
  private final Pack before;
  private final Pack after;
  private final Space space;
  private final Answers first;
  private final Answers second;
  private final Search search;
  private final int personal;

  private Comparison(Pack before, Pack after, Instant at, Collection<String> regions) {
    this.before = before;
    this.after = after;
    Pack aligned = as(before, after.version());
    Spoken spoken = Spoken.nothing();
    spoken.layer(Layer.own(aligned));
    spoken.layer(Layer.own(after));
    this.space = new Space(new Gates(), spoken, at, regions);
    this.first = Answers.of(space, aligned);
    this.second = Answers.of(space, after);
    this.search = new Search(space);
    this.personal =
        space
            .gates()
            .or(
                space.atLeast(DataClass.PII, Layer.own(aligned)),
                space.atLeast(DataClass.PII, Layer.own(after)));
  }

  /** A question both packs answered. */
  public record Told(Question question, Decision before, Decision after) {}

  /**
   * One comparison for each stretch of time from which both are in force.
   *
   * @param regions every region that can be stated; empty for those the packs name and some others
   */
  public static List<Comparison> of(Pack before, Pack after, Collection<String> regions) {
    Instant from = before.inForce().isAfter(after.inForce()) ? before.inForce() : after.inForce();
    return Moments.of(from, List.of(before, after)).stream()
        .map(at -> new Comparison(before, after, at, regions))
        .toList();
  }

  private static Pack as(Pack pack, String version) {
    return new Pack(
        pack.id(),
        version,
        pack.inForce(),
        pack.digest(),
        pack.vocabulary(),
        pack.clauses(),
        pack.points(),
        pack.consents(),
        pack.choices(),
        pack.evidence(),
        pack.overlays());
  }

  /**
   * A question whose answer changes so, other than those excluded.
   *
   * @param ofPeople whether it is about PII or PHI in one of the packs, or in neither
   */
  public Optional<Told> find(Effect from, Effect to, boolean ofPeople) {
    int change = change(from, to);
    if (change == Gates.FALSE) return Optional.empty();
    return search
        .find(q -> told(q, from, to).isPresent(), change, ofPeople ? personal : -personal)
        .flatMap(q -> told(q, from, to));
  }

  /** A question the first pack permits and the second does not. */
  public Optional<Told> looser() {
    Gates gates = space.gates();
    int looser = gates.and(first.effect(Effect.PERMIT), -second.effect(Effect.PERMIT));
    return search
        .find(q -> looser(told(q)), looser)
        .map(q -> told(Shorter.of(q, less -> looser(told(less)))));
  }

  private static boolean looser(Told told) {
    return told.before().permits() && !told.after().permits();
  }

  private int change(Effect from, Effect to) {
    return space.gates().and(first.effect(from), second.effect(to));
  }

  private Optional<Told> told(Question asked, Effect from, Effect to) {
    Told told = told(asked);
    boolean so = told.before().effect() == from && told.after().effect() == to;
    return so ? Optional.of(told) : Optional.empty();
  }

  private Told told(Question asked) {
    Question q = asked.withFacts(underBoth(asked.facts()));
    return new Told(q, Reference.of(before).decide(q), Reference.of(after).decide(q));
  }

  /** The same question with as little as still makes the two packs answer so. */
  public Told shorter(Told told) {
    Question shorter =
        Shorter.of(
            told.question(),
            q -> {
              Told less = told(q);
              return less.before().effect() == told.before().effect()
                  && less.after().effect() == told.after().effect()
                  && less.before().because().equals(told.before().because())
                  && less.after().because().equals(told.after().because());
            });
    return told(shorter);
  }

  /** What was given under the second pack's version was given under the first one's as well. */
  private Facts underBoth(Facts f) {
    Set<NoticeGiven> notices = new LinkedHashSet<>(f.notices());
    for (NoticeGiven n : f.notices()) {
      if (n.version().equals(after.version()))
        notices.add(new NoticeGiven(n.what(), before.version()));
    }
    return new Facts(
        f.read(),
        f.consents(),
        f.choices(),
        notices,
        f.relations(),
        f.evidence(),
        f.regions(),
        f.ages(),
        f.roles(),
        f.states(),
        f.channel());
  }

  /**
   * From now on no question whose answer changes so while these entries are cited.
   *
   * @param citedBefore empty stands for any or none; so does {@code citedAfter}
   */
  public void exclude(Effect from, Effect to, String citedBefore, String citedAfter) {
    List<Integer> all = new ArrayList<>();
    all.add(change(from, to));
    if (!citedBefore.isEmpty()) all.add(literal(first.cites(), citedBefore));
    if (!citedAfter.isEmpty()) all.add(literal(second.cites(), citedAfter));
    space.gates().solver().add(all.stream().mapToInt(l -> -l).toArray());
  }

  private static int literal(Map<String, Integer> cites, String cite) {
    return cites.getOrDefault(cite, Gates.TRUE);
  }
}
