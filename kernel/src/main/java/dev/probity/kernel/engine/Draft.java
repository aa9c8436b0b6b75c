// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A question in the making. Belongs to one thread. */
final class Draft {
  String action = Gathering.COLLECT;
  final List<String> data = new ArrayList<>();
  final Map<Dimension, String> terms = new EnumMap<>(Dimension.class);
  @Nullable DataClass raised;
  boolean joined;
  final Map<Tie, String> ties = new EnumMap<>(Tie.class);
  Instant at = Instant.EPOCH;
  @Nullable String pinned;
  final Set<Kind> read = EnumSet.noneOf(Kind.class);
  final List<ConsentRecord> consents = new ArrayList<>();
  final Map<String, Set<String>> choices = new TreeMap<>();
  final List<NoticeGiven> notices = new ArrayList<>();
  final Set<String> relations = new TreeSet<>();
  final List<Document> evidence = new ArrayList<>();
  final Map<Whose, String> regions = new EnumMap<>(Whose.class);
  final Map<Whose, Band> ages = new EnumMap<>(Whose.class);
  final Set<String> roles = new TreeSet<>();
  final Set<String> states = new TreeSet<>();
  @Nullable ChannelLevel channel;

  Question question() {
    return new Question(action, data, terms, raised, joined, ties, at, pinned, facts());
  }

  private Facts facts() {
    return new Facts(
        read,
        consents,
        choices,
        Set.copyOf(notices),
        relations,
        evidence,
        regions,
        ages,
        roles,
        states,
        channel);
  }

  /** Takes away what was found of a kind, and the look-up too. */
  void forget(Kind kind) {
    read.remove(kind);
    switch (kind) {
      case CONSENT -> consents.clear();
      case CHOICE -> choices.clear();
      case NOTICE -> notices.clear();
      case RELATION -> relations.clear();
      case EVIDENCE -> evidence.clear();
      case REGION -> regions.clear();
      case AGE -> ages.clear();
      case ROLE -> roles.clear();
      case STATE -> states.clear();
      case CHANNEL -> channel = null;
    }
  }
}
