// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Questions whose terms two clauses have in common. Where neither says anything of a dimension, it
 * is left out, or takes a term that some permit of the pack names. One thread.
 */
final class CommonTerms {
  /** Terms tried in one dimension. */
  private static final int MOST = 6;

  /** Questions tried for a pair. */
  private static final int MOST_QUESTIONS = 500;

  /** A prime, so that the first questions of a large product already differ in every dimension. */
  private static final int STRIDE = 7_919;

  /** What an optional dimension takes that is left out. */
  private static final String LEFT_OUT = "";

  private final PackSource source;
  private final Map<Dimension, Set<String>> named = new EnumMap<>(Dimension.class);

  CommonTerms(PackSource source) {
    this.source = source;
    for (Dimension d : Dimension.values()) named.put(d, named(source, d));
  }

  private static Set<String> named(PackSource source, Dimension dimension) {
    Set<String> terms = new TreeSet<>();
    for (Clause clause : source.pack().clauses()) {
      Terms listed = clause.match().terms().get(dimension);
      if (clause instanceof Clause.Permit && listed != null && !listed.anyBut())
        terms.addAll(listed.listed());
    }
    return terms;
  }

  List<Question> questions(Clause one, Clause other) {
    List<List<String>> choices = new ArrayList<>();
    int total = 1;
    for (Dimension d : Dimension.values()) {
      List<String> terms = terms(d, one, other);
      choices.add(terms);
      total *= terms.size();
    }
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < Math.min(total, MOST_QUESTIONS); i++) {
      int index = (int) ((long) i * STRIDE % total);
      questions.add(raised(question(choices, index), one, other));
    }
    return questions;
  }

  private Question question(List<List<String>> choices, int index) {
    Map<Dimension, String> terms = new EnumMap<>(Dimension.class);
    int rest = index;
    for (Dimension d : Dimension.values()) {
      List<String> from = choices.get(d.ordinal());
      String term = from.get(rest % from.size());
      if (!term.equals(LEFT_OUT)) terms.put(d, term);
      rest /= from.size();
    }
    String action = terms.getOrDefault(Dimension.ACTION, "use");
    String data = terms.getOrDefault(Dimension.DATA, "contact");
    terms.keySet().removeAll(List.of(Dimension.ACTION, Dimension.DATA));
    return Question.of(action, List.of(data), source.header().inForce(), Facts.NOTHING_THERE)
        .withTerms(terms);
  }

  /** The class is stated where a prohibition needs at least some class. */
  private static Question raised(Question question, Clause one, Clause other) {
    Question raised = question;
    for (Clause clause : List.of(one, other)) {
      DataClass bound = clause.match().bound();
      if (bound == null || clause instanceof Clause.Permit) continue;
      DataClass stated = raised.dataClass();
      raised = raised.withClass(stated == null ? bound : stated.max(bound));
    }
    return raised;
  }

  /** Never empty: a dimension in which nothing is common gives what one of the clauses lists. */
  private List<String> terms(Dimension d, Clause one, Clause other) {
    @Nullable Terms a = one.match().terms().get(d);
    @Nullable Terms b = other.match().terms().get(d);
    Tree tree = source.pack().vocabulary().tree(d);
    if (a == null && b == null) return free(d);
    List<String> common =
        pool(a, b, d, tree)
            .filter(t -> (a == null || a.cover(t, tree)) && (b == null || b.cover(t, tree)))
            .distinct()
            .limit(MOST)
            .toList();
    return common.isEmpty() ? List.of(LEFT_OUT) : common;
  }

  private Stream<String> pool(@Nullable Terms a, @Nullable Terms b, Dimension d, Tree tree) {
    Set<String> listed = new TreeSet<>();
    if (a != null && !a.anyBut()) listed.addAll(a.listed());
    if (b != null && !b.anyBut()) listed.addAll(b.listed());
    if (listed.isEmpty()) return Stream.concat(named(d), sorted(tree));
    Stream<String> below =
        sorted(tree).filter(t -> listed.stream().anyMatch(l -> tree.within(t, l)));
    return Stream.concat(listed.stream(), below);
  }

  private Stream<String> named(Dimension d) {
    return named.getOrDefault(d, Set.of()).stream();
  }

  private static Stream<String> sorted(Tree tree) {
    return tree.parents().keySet().stream().sorted();
  }

  private List<String> free(Dimension d) {
    List<String> some = named(d).limit(MOST).toList();
    return switch (d) {
      case ACTION, DATA -> some.isEmpty() ? List.of(LEFT_OUT) : some;
      case POINT, TECHNOLOGY -> List.of(LEFT_OUT);
      case PURPOSE, RECIPIENT, SOURCE -> Stream.concat(Stream.of(LEFT_OUT), some.stream()).toList();
    };
  }
}
