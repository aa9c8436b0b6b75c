// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Asks every question of a tiny world, one by one: what a prover must agree with. */
public final class EveryQuestion {
  private EveryQuestion() {}

  /** More than anybody waits for. */
  public static boolean tooMany(TinyWorld world) {
    long terms = 0;
    for (Question q : terms(world, TinyWorld.START)) terms += moded(q, world).size();
    return terms * EveryFact.facts(world, TinyWorld.START).size() > 4_000;
  }

  public static void of(
      TinyWorld world, List<Instant> moments, List<String> pins, Consumer<Question> ask) {
    for (Instant at : moments) {
      List<Facts> facts = EveryFact.facts(world, at);
      for (Question q : terms(world, at)) {
        for (Question m : moded(q, world)) {
          for (Facts f : facts) {
            ask.accept(m.withFacts(f));
            for (String pin : pins) ask.accept(m.withFacts(f).withPinned(pin));
          }
        }
      }
    }
  }

  private static List<Question> terms(TinyWorld world, Instant at) {
    List<Question> all = new ArrayList<>();
    for (String action : TinyWorld.WORDS.get(Dimension.ACTION)) {
      for (String data : TinyWorld.WORDS.get(Dimension.DATA)) {
        Question q = Question.of(action, List.of(data), at, Facts.UNKNOWN);
        all.add(q);
        all.add(q.withClass(DataClass.PII));
        all.add(q.withClass(DataClass.PHI));
      }
    }
    Set<Dimension> asked = EnumSet.noneOf(Dimension.class);
    asked.addAll(world.dimensions().subList(2, 3));
    // Why: a record may be tied to a purpose, and a point may fill one in.
    if (world.tied(Tie.PURPOSE)) asked.add(Dimension.PURPOSE);
    if (asked.contains(Dimension.PURPOSE)) asked.add(Dimension.POINT);
    for (Dimension d : asked) all.addAll(with(all, d));
    return all;
  }

  private static List<Question> with(List<Question> all, Dimension d) {
    List<Question> more = new ArrayList<>();
    List<String> words = TinyWorld.WORDS.get(d);
    for (Question q : all) for (String word : words) more.add(q.with(d, word));
    return more;
  }

  private static List<Question> moded(Question q, TinyWorld world) {
    if (!world.modesMatter()) return List.of(q);
    return List.of(q, q.with(Tie.MODE, "sms"), q.with(Tie.MODE, "on"), q.with(Tie.MODE, "post"));
  }
}
