// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.NoticeGiven;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Moves one coordinate of a draft to or just past a boundary. */
record Moves(Pack pack, Words words, Boundaries boundaries, Dice dice) {
  void one(Draft draft) {
    switch (dice.below(14)) {
      case 0, 1, 2 -> term(dice.either(Dimension.values()), draft);
      case 3 -> dataClass(draft);
      case 4 -> age(draft);
      case 5, 6 -> time(draft);
      case 7 -> consent(draft);
      case 8 -> document(draft);
      case 9 -> unknown(draft);
      case 10 -> tie(draft);
      case 11 -> choice(draft);
      case 12 -> region(draft);
      default -> flag(draft);
    }
  }

  private void term(Dimension dimension, Draft draft) {
    @Nullable String stated =
        switch (dimension) {
          case ACTION -> draft.action;
          case DATA -> draft.data.getFirst();
          case PURPOSE, RECIPIENT, POINT, SOURCE, TECHNOLOGY -> draft.terms.get(dimension);
        };
    boolean optional = dimension != Dimension.ACTION && dimension != Dimension.DATA;
    if (optional && dice.oneIn(4)) draft.terms.remove(dimension);
    else Satisfying.state(dimension, near(stated, Space.of(dimension), dimension), draft);
  }

  private String near(@Nullable String term, Space space, Dimension dimension) {
    return near(term, pack.vocabulary().tree(dimension), words.all(space));
  }

  /** The parent, a child, a sibling, another word, or one that nobody knows. */
  private String near(@Nullable String term, Tree tree, List<String> all) {
    if (term == null || dice.oneIn(8)) return all.isEmpty() ? "unheard-of" : dice.pick(all);
    if (dice.oneIn(16)) return dice.either("unheard-of", "unknown", "");
    String parent = tree.parents().getOrDefault(term, "");
    String under = dice.oneIn(2) ? term : parent;
    if (!parent.isEmpty() && dice.oneIn(3)) return parent;
    List<String> below = all.stream().filter(t -> under.equals(tree.parents().get(t))).toList();
    return below.isEmpty() ? term : dice.pick(below);
  }

  private void dataClass(Draft draft) {
    int now = draft.raised == null ? dice.below(4) : draft.raised.ordinal();
    int next = Math.min(Math.max(now + dice.either(-1, 1), 0), DataClass.values().length - 1);
    draft.raised = dice.oneIn(4) ? null : DataClass.values()[next];
    if (dice.oneIn(3)) draft.data.add(near(draft.data.getFirst(), Space.DATA, Dimension.DATA));
    if (dice.oneIn(3)) draft.joined = !draft.joined;
  }

  private void age(Draft draft) {
    Whose whose = draft.ages.isEmpty() ? Whose.SUBJECT : dice.pick(draft.ages.keySet());
    Band band = draft.ages.getOrDefault(whose, Band.exactly(boundaries.age(dice)));
    int from = Math.max(band.from() + dice.either(-1, 0, 1), 0);
    draft.ages.put(whose, new Band(from, Math.max(band.to() + dice.either(-1, 0, 1), from)));
    if (dice.oneIn(6)) draft.ages.remove(whose);
  }

  private void time(Draft draft) {
    Instant bound = boundaries.instant(draft, dice);
    draft.at =
        switch (dice.below(4)) {
          case 0 -> bound.minusSeconds(1);
          case 1 -> bound.minusNanos(1);
          case 2 -> bound.plusSeconds(1);
          default -> bound;
        };
    if (dice.oneIn(4)) {
      draft.pinned = dice.oneIn(4) ? null : dice.pick(words.all(Space.VERSION));
    }
  }

  private void consent(Draft draft) {
    if (draft.consents.isEmpty()) return;
    ConsentRecord r = draft.consents.remove(dice.below(draft.consents.size()));
    int level = Math.min(Math.max(r.level().ordinal() + dice.either(-1, 1), 0), 6);
    int what = dice.below(7);
    if (what == 0) return;
    draft.consents.add(
        new ConsentRecord(
            what == 1 && dice.oneIn(2) ? dice.pick(words.all(Space.CONSENT)) : r.id(),
            what == 2 ? other(r.answer()) : r.answer(),
            what == 3 ? ConsentLevel.values()[level] : r.level(),
            what == 4 ? moved(r.covers(), draft) : r.covers(),
            what == 5 ? draft.at.plusSeconds(dice.either(-1, 0, 1)) : r.from(),
            what == 6 ? draft.at.plusSeconds(dice.either(-1, 0, 1)) : r.withdrawn()));
    if (dice.oneIn(4)) draft.consents.add(r);
  }

  private static ConsentRecord.Answer other(ConsentRecord.Answer answer) {
    return switch (answer) {
      case GIVEN -> ConsentRecord.Answer.REFUSED;
      case REFUSED -> ConsentRecord.Answer.GIVEN;
    };
  }

  private void document(Draft draft) {
    if (draft.evidence.isEmpty()) return;
    Document d = draft.evidence.remove(dice.below(draft.evidence.size()));
    int what = dice.below(5);
    if (what == 0) return;
    List<String> kinds = words.all(Space.EVIDENCE);
    draft.evidence.add(
        new Document(
            d.id(),
            what == 1 ? near(d.kind(), pack.vocabulary().evidence(), kinds) : d.kind(),
            what == 2 ? moved(d.covers(), draft) : d.covers(),
            what == 3 ? draft.at.plusSeconds(dice.either(-1, 0, 1)) : d.from(),
            what == 4 ? draft.at.plusSeconds(dice.either(-1, 0, 1)) : d.until()));
  }

  /** The record covers something near what it covered. */
  private Map<Tie, Set<String>> moved(Map<Tie, Set<String>> covers, Draft draft) {
    Map<Tie, Set<String>> more = new EnumMap<>(Tie.class);
    more.putAll(covers);
    Tie tie = covers.isEmpty() ? dice.either(Tie.values()) : dice.pick(covers.keySet());
    if (dice.oneIn(4)) more.remove(tie);
    else {
      Set<String> values = new TreeSet<>();
      if (dice.oneIn(3)) values.addAll(covers.getOrDefault(tie, Set.of()));
      values.add(value(tie, draft));
      more.put(tie, values);
    }
    return more;
  }

  private String value(Tie tie, Draft draft) {
    return switch (tie) {
      case PURPOSE -> near(draft.terms.get(Dimension.PURPOSE), Space.PURPOSE, Dimension.PURPOSE);
      case RECIPIENT -> {
        String kind =
            near(draft.terms.get(Dimension.RECIPIENT), Space.RECIPIENT, Dimension.RECIPIENT);
        yield dice.oneIn(2) ? kind : kind + dice.either("/acme", "/other");
      }
      case DATA -> near(draft.data.getFirst(), Space.DATA, Dimension.DATA);
      case SUBJECT -> dice.either("somebody", "somebody else");
      case MODE ->
          dice.oneIn(3) || words.all(Space.WORD).isEmpty()
              ? "pigeon"
              : dice.pick(words.all(Space.WORD));
    };
  }

  private void unknown(Draft draft) {
    Kind kind = dice.either(Kind.values());
    switch (dice.below(3)) {
      case 0 -> draft.forget(kind);
      case 1 -> draft.read.remove(kind);
      default -> draft.read.add(kind);
    }
  }

  private void tie(Draft draft) {
    Tie tie = dice.either(Tie.SUBJECT, Tie.MODE, Tie.RECIPIENT);
    if (dice.oneIn(3)) draft.ties.remove(tie);
    else draft.ties.put(tie, value(tie, draft));
  }

  private void choice(Draft draft) {
    List<String> all = words.all(Space.CHOICE);
    if (all.isEmpty()) return;
    String id =
        draft.choices.isEmpty() || dice.oneIn(3)
            ? dice.pick(all)
            : dice.pick(draft.choices.keySet());
    Set<String> values = new TreeSet<>();
    if (!dice.oneIn(5)) values.add(value(dice.either(Tie.values()), draft));
    if (dice.oneIn(4)) values.addAll(draft.choices.getOrDefault(id, Set.of()));
    draft.choices.remove(id);
    if (!dice.oneIn(4)) draft.choices.put(id, values);
  }

  private void region(Draft draft) {
    Whose whose = draft.regions.isEmpty() ? Whose.SUBJECT : dice.pick(draft.regions.keySet());
    String stated = draft.regions.getOrDefault(whose, "US-CA");
    int dash = stated.lastIndexOf('-');
    List<String> all = words.all(Space.REGION);
    switch (dice.below(5)) {
      case 0 -> draft.regions.put(whose, dash < 0 ? stated : stated.substring(0, dash));
      case 1 -> draft.regions.put(whose, stated + "-ZZ");
      case 2 -> draft.regions.remove(whose);
      case 3 -> draft.regions.put(whose, "QQ");
      default -> draft.regions.put(whose, all.isEmpty() ? "QQ" : dice.pick(all));
    }
  }

  private void flag(Draft draft) {
    switch (dice.below(5)) {
      case 0 -> toggle(draft.roles, Space.ROLE);
      case 1 -> toggle(draft.relations, Space.RELATION);
      case 2 -> toggle(draft.states, Space.STATE);
      case 3 -> draft.channel = dice.oneIn(4) ? null : dice.either(ChannelLevel.values());
      default -> {
        if (!draft.notices.isEmpty()) {
          NoticeGiven n = draft.notices.removeLast();
          String version = dice.either("", "no-version", dice.pick(words.all(Space.VERSION)));
          if (!dice.oneIn(3)) draft.notices.add(new NoticeGiven(n.what(), version));
        }
      }
    }
  }

  private void toggle(Set<String> found, Space space) {
    List<String> all = words.all(space);
    String one = all.isEmpty() || dice.oneIn(8) ? "unheard-of" : dice.pick(all);
    if (!found.add(one)) found.remove(one);
  }
}
