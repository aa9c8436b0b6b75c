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
import dev.probity.kernel.term.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Two packs and every question that both can be asked at one moment. A notice given counts under
 * either pack's own version, since each is asked as if it governed. One thread.
 */
public final class Contrast {
  private final Pack before;
  private final Pack after;
  private final Space space;
  private final Answers first;
  private final Answers second;
  private final SortedMap<Cited, Integer> cites = new TreeMap<>();
  private final Search search;
  private final int personal;

  private Contrast(Pack before, Pack after, Instant at, Collection<String> regions) {
    this.before = before;
    this.after = after;
    Pack aligned = as(before, after.version());
    Spoken spoken = Spoken.nothing();
    spoken.layer(Layer.own(aligned));
    spoken.layer(Layer.own(after));
    this.space = new Space(new Gates(), spoken, at, regions);
    this.first = Answers.of(space, aligned);
    this.second = Answers.of(space, after);
    first.cites().forEach((id, literal) -> cites.put(new Cited(false, id), literal));
    second.cites().forEach((id, literal) -> cites.put(new Cited(true, id), literal));
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

  /** An entry that an answer cites: the first pack's, or the second's. */
  public record Cited(boolean after, String id) implements Comparable<Cited> {
    private static final Comparator<Cited> ORDER =
        Comparator.comparing(Cited::after).thenComparing(Cited::id);

    @Override
    public int compareTo(Cited other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * A changed answer that rests on as few entries as any does: no other changed answer cites some
   * of them only.
   */
  public record Least(SortedSet<Cited> cited, Told told) {}

  /**
   * One comparison for each stretch of time from which both are in force.
   *
   * @param regions every region that can be stated; empty for those the packs name and some others
   */
  public static List<Contrast> of(Pack before, Pack after, Collection<String> regions) {
    Instant from = before.inForce().isAfter(after.inForce()) ? before.inForce() : after.inForce();
    return Moments.of(from, List.of(before, after)).stream()
        .map(at -> new Contrast(before, after, at, regions))
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
   * One of the least changes of this kind that cite a changed entry, else of those that cite none.
   * Asked again and again, with {@link #exclude} in between, it gives all of them, in whatever
   * order.
   *
   * @param ofPeople whether it is about PII or PHI in one of the packs, or in neither
   */
  public Optional<Least> least(Effect from, Effect to, boolean ofPeople, Set<Cited> changed) {
    Gates gates = space.gates();
    int change = gates.and(change(from, to), ofPeople ? personal : -personal);
    if (change == Gates.FALSE) return Optional.empty();
    int touched = touched(changed);
    SortedSet<Cited> others = new TreeSet<>(cites.keySet());
    others.removeAll(changed);
    return least(from, to, gates.and(change, touched), changed)
        .or(() -> least(from, to, gates.and(change, -touched), others));
  }

  private int touched(Set<Cited> changed) {
    return space.gates().or(changed.stream().map(this::literal).toList());
  }

  private Optional<Least> least(Effect from, Effect to, int within, Set<Cited> watched) {
    Optional<Told> found = find(from, to, within);
    if (found.isEmpty()) return Optional.empty();
    Told told = found.get();
    SortedSet<Cited> kept = held(watched);
    for (Cited one : List.copyOf(kept)) {
      if (!kept.contains(one)) continue;
      Optional<Told> less = find(from, to, without(one, kept, watched, within));
      if (less.isEmpty()) continue;
      told = less.get();
      kept = held(watched);
    }
    return Optional.of(new Least(kept, told));
  }

  private SortedSet<Cited> held(Set<Cited> watched) {
    SortedSet<Cited> held = new TreeSet<>(watched);
    held.removeIf(c -> !space.gates().holds(literal(c)));
    return held;
  }

  private int[] without(Cited one, Set<Cited> kept, Set<Cited> watched, int within) {
    return IntStream.concat(
            IntStream.of(within),
            watched.stream()
                .filter(c -> c.equals(one) || !kept.contains(c))
                .mapToInt(c -> -literal(c)))
        .toArray();
  }

  private Optional<Told> find(Effect from, Effect to, int... literals) {
    return search
        .find(q -> told(q, from, to).isPresent(), literals)
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

  /**
   * Elements, as PII or PHI of one of the packs, of which the second permits some question that the
   * first does not. To be asked before anything is excluded.
   */
  public SortedSet<String> widened() {
    Gates gates = space.gates();
    Axis data = space.asking().axis(Dimension.DATA);
    int wider = gates.and(-first.effect(Effect.PERMIT), second.effect(Effect.PERMIT), personal);
    SortedSet<String> widened = new TreeSet<>();
    for (int c = 0; c < data.representatives().size() && wider != Gates.FALSE; c++) {
      int here = space.asking().stated(Dimension.DATA, c);
      if (search.find(q -> wider(told(q)), wider, here).isEmpty()) continue;
      for (String word : data.words()) if (data.classOf(word) == c) widened.add(word);
    }
    return widened;
  }

  private static boolean wider(Told told) {
    return !told.before().permits() && told.after().permits();
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

  /** From now on no question whose answer changes so while these entries are cited. */
  public void exclude(Effect from, Effect to, Set<Cited> cited, Set<Cited> changed) {
    List<Integer> all = new ArrayList<>();
    all.add(change(from, to));
    cited.forEach(c -> all.add(literal(c)));
    if (cited.stream().noneMatch(changed::contains)) all.add(-touched(changed));
    space.gates().solver().add(all.stream().mapToInt(l -> -l).toArray());
  }

  /** An entry of another moment's law is cited in no answer here. */
  private int literal(Cited cited) {
    return cites.getOrDefault(cited, Gates.FALSE);
  }
}
