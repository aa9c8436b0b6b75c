// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.NoticeGiven;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A question being put together from parts of another. One thread. */
final class Draft {
  /** Something a question says or that was found, to be put into a draft. */
  interface Part extends Consumer<Draft> {}

  private final Map<Dimension, String> terms = new EnumMap<>(Dimension.class);
  private final Map<Tie, String> ties = new EnumMap<>(Tie.class);
  private @Nullable DataClass raised;
  private @Nullable String pinned;
  private final Set<Kind> read = EnumSet.noneOf(Kind.class);
  private final List<ConsentRecord> consents = new ArrayList<>();
  private final Map<String, Set<String>> choices = new TreeMap<>();
  private final Set<NoticeGiven> notices =
      new TreeSet<>(Comparator.comparing(NoticeGiven::what).thenComparing(NoticeGiven::version));
  private final Set<String> relations = new TreeSet<>();
  private final List<Document> evidence = new ArrayList<>();
  private final Map<Whose, String> regions = new EnumMap<>(Whose.class);
  private final Map<Whose, Band> ages = new EnumMap<>(Whose.class);
  private final Set<String> roles = new TreeSet<>();
  private final Set<String> states = new TreeSet<>();
  private @Nullable ChannelLevel channel;

  /** All that can be left out of the question, in an order that depends on it alone. */
  static List<Part> parts(Question q) {
    Draft all = new Draft();
    all.copy(q);
    List<Part> parts = new ArrayList<>();
    all.read.forEach(kind -> parts.add(d -> d.read.add(kind)));
    all.terms.forEach((of, term) -> parts.add(d -> d.terms.put(of, term)));
    all.ties.forEach((tie, value) -> parts.add(d -> d.ties.put(tie, value)));
    if (all.raised != null) parts.add(d -> d.raised = all.raised);
    if (all.pinned != null) parts.add(d -> d.pinned = all.pinned);
    all.consents.forEach(record -> parts.add(d -> d.consents.add(record)));
    all.choices.forEach((id, values) -> parts.add(d -> d.choices.put(id, values)));
    all.notices.forEach(notice -> parts.add(d -> d.notices.add(notice)));
    all.relations.forEach(relation -> parts.add(d -> d.relations.add(relation)));
    all.evidence.forEach(document -> parts.add(d -> d.evidence.add(document)));
    all.regions.forEach((whose, region) -> parts.add(d -> d.regions.put(whose, region)));
    all.ages.forEach((whose, band) -> parts.add(d -> d.ages.put(whose, band)));
    all.roles.forEach(role -> parts.add(d -> d.roles.add(role)));
    all.states.forEach(state -> parts.add(d -> d.states.add(state)));
    if (all.channel != null) parts.add(d -> d.channel = all.channel);
    return parts;
  }

  private void copy(Question q) {
    Facts f = q.facts();
    terms.putAll(q.terms());
    ties.putAll(q.ties());
    raised = q.dataClass();
    pinned = q.pinned();
    read.addAll(f.read());
    consents.addAll(f.consents());
    choices.putAll(f.choices());
    notices.addAll(f.notices());
    relations.addAll(f.relations());
    evidence.addAll(f.evidence());
    regions.putAll(f.regions());
    ages.putAll(f.ages());
    roles.addAll(f.roles());
    states.addAll(f.states());
    channel = f.channel();
  }

  /** What was found was looked up. */
  void look() {
    look(Kind.CONSENT, consents.isEmpty());
    look(Kind.CHOICE, choices.isEmpty());
    look(Kind.NOTICE, notices.isEmpty());
    look(Kind.RELATION, relations.isEmpty());
    look(Kind.EVIDENCE, evidence.isEmpty());
    look(Kind.ROLE, roles.isEmpty());
    look(Kind.STATE, states.isEmpty());
  }

  private void look(Kind kind, boolean nothing) {
    if (!nothing) read.add(kind);
  }

  /** The whole question with no more than these parts. */
  Question of(Question whole) {
    return new Question(
        whole.action(),
        whole.data(),
        terms,
        raised,
        whole.joined(),
        ties,
        whole.at(),
        pinned,
        new Facts(
            read, consents, choices, notices, relations, evidence, regions, ages, roles, states,
            channel));
  }
}
