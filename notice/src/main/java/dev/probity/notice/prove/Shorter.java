// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A question with whatever it does not need left out. Stateless; one replay for each part. */
final class Shorter {
  private Shorter() {}

  static Question of(Question question, Predicate<Question> same) {
    Question shortest = question;
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (Question less : less(shortest).toList()) {
        if (same.test(less)) {
          shortest = less;
          shorter = true;
          break;
        }
      }
    }
    return shortest;
  }

  private static Stream<Question> less(Question q) {
    List<Question> less = new ArrayList<>();
    if (q.dataClass() != null) less.add(copy(q, q.terms(), true, q.ties()));
    for (Dimension d : q.terms().keySet())
      less.add(copy(q, without(q.terms(), d), false, q.ties()));
    for (var tie : q.ties().keySet()) less.add(copy(q, q.terms(), false, without(q.ties(), tie)));
    less(q.facts()).forEach(f -> less.add(q.withFacts(f)));
    return less.stream();
  }

  private static Question copy(
      Question q,
      Map<Dimension, String> terms,
      boolean classless,
      Map<dev.probity.kernel.clause.Tie, String> ties) {
    return new Question(
        q.action(),
        q.data(),
        terms,
        classless ? null : q.dataClass(),
        q.joined(),
        ties,
        q.at(),
        q.pinned(),
        q.facts());
  }

  private static List<Facts> less(Facts f) {
    List<Facts> less = new ArrayList<>();
    for (Kind kind : f.read()) less.add(with(f, without(f.read(), kind)));
    for (var c : f.consents())
      less.add(
          new Facts(
              f.read(),
              rest(f.consents(), c),
              f.choices(),
              f.notices(),
              f.relations(),
              f.evidence(),
              f.regions(),
              f.ages(),
              f.roles(),
              f.states(),
              f.channel()));
    for (String id : f.choices().keySet())
      less.add(
          new Facts(
              f.read(),
              f.consents(),
              without(f.choices(), id),
              f.notices(),
              f.relations(),
              f.evidence(),
              f.regions(),
              f.ages(),
              f.roles(),
              f.states(),
              f.channel()));
    for (var n : f.notices())
      less.add(
          new Facts(
              f.read(),
              f.consents(),
              f.choices(),
              without(f.notices(), n),
              f.relations(),
              f.evidence(),
              f.regions(),
              f.ages(),
              f.roles(),
              f.states(),
              f.channel()));
    for (String r : f.relations())
      less.add(
          new Facts(
              f.read(),
              f.consents(),
              f.choices(),
              f.notices(),
              without(f.relations(), r),
              f.evidence(),
              f.regions(),
              f.ages(),
              f.roles(),
              f.states(),
              f.channel()));
    for (var d : f.evidence())
      less.add(
          new Facts(
              f.read(),
              f.consents(),
              f.choices(),
              f.notices(),
              f.relations(),
              rest(f.evidence(), d),
              f.regions(),
              f.ages(),
              f.roles(),
              f.states(),
              f.channel()));
    for (Whose w : Whose.values()) {
      if (!f.regions().containsKey(w) && !f.ages().containsKey(w)) continue;
      less.add(
          new Facts(
              f.read(),
              f.consents(),
              f.choices(),
              f.notices(),
              f.relations(),
              f.evidence(),
              without(f.regions(), w),
              f.ages(),
              f.roles(),
              f.states(),
              f.channel()));
      less.add(
          new Facts(
              f.read(),
              f.consents(),
              f.choices(),
              f.notices(),
              f.relations(),
              f.evidence(),
              f.regions(),
              without(f.ages(), w),
              f.roles(),
              f.states(),
              f.channel()));
    }
    for (String r : f.roles())
      less.add(
          new Facts(
              f.read(),
              f.consents(),
              f.choices(),
              f.notices(),
              f.relations(),
              f.evidence(),
              f.regions(),
              f.ages(),
              without(f.roles(), r),
              f.states(),
              f.channel()));
    for (String s : f.states())
      less.add(
          new Facts(
              f.read(),
              f.consents(),
              f.choices(),
              f.notices(),
              f.relations(),
              f.evidence(),
              f.regions(),
              f.ages(),
              f.roles(),
              without(f.states(), s),
              f.channel()));
    if (f.channel() != null)
      less.add(
          new Facts(
              f.read(),
              f.consents(),
              f.choices(),
              f.notices(),
              f.relations(),
              f.evidence(),
              f.regions(),
              f.ages(),
              f.roles(),
              f.states(),
              null));
    return less.stream().filter(l -> !l.equals(f)).toList();
  }

  private static Facts with(Facts f, Set<Kind> read) {
    return new Facts(
        read,
        f.consents(),
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

  private static <T> Set<T> without(Set<T> all, T one) {
    Set<T> rest = new HashSet<>(all);
    rest.remove(one);
    return rest;
  }

  private static <K, V> Map<K, V> without(Map<K, V> all, K one) {
    Map<K, V> rest = new HashMap<>(all);
    rest.remove(one);
    return rest;
  }

  private static <T> List<T> rest(Collection<T> all, T one) {
    List<T> rest = new ArrayList<>(all);
    rest.remove(one);
    return rest;
  }
}
