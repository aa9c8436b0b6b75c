// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides as the engine does, and then no where a duty's act was done to the person: blocked,
 * nothing of hers is collected, used or given out, and is only kept (Art. 18(2) GDPR); hidden,
 * nothing of hers is shown to the public; in quarantine, it is used to look at it and for nothing
 * else; erased before, she gives what she likes and nothing else happens. Cites the duty. Safe for
 * any number of threads.
 *
 * @param recipients the tree in which the public stands
 * @param purposes the tree in which looking at it stands
 * @param sources the tree in which the person herself stands
 */
record Limits(Decider engine, Tree recipients, Tree purposes, Tree sources) implements Decider {
  static final String BLOCK = "block";
  static final String HIDE = "hide";
  static final String QUARANTINE = "quarantine";

  /** On who was erased and has not come back of her own. */
  static final String KEEP_OUT = "keep-out";

  /** A state that no pack can name, so that neither a caller nor a clause makes one. */
  private static final String MARK = "limit ";

  private static final Set<String> SHARING =
      Set.of("disclose", "sell", "rent", "lease", "trade", "transfer");

  /** How a limit travels among the states of a person from her sheet to here. */
  static String mark(String act, String cite) {
    return MARK + act + " " + cite;
  }

  @Override
  public Decision decide(Question question) {
    Decision decision = engine.decide(question);
    Set<String> cites = new TreeSet<>();
    for (String state : question.facts().states()) {
      if (!state.startsWith(MARK)) continue;
      String[] parts = state.substring(MARK.length()).split(" ", 2);
      if (limits(parts[0], question)) cites.add(parts[1]);
    }
    return cites.isEmpty() ? decision : denied(decision, cites);
  }

  private boolean limits(String act, Question question) {
    return switch (act) {
      case BLOCK -> !question.action().equals("retain");
      case KEEP_OUT -> !question.action().equals("retain") && !ownAct(question);
      case QUARANTINE -> !question.action().equals("retain") && !lookedAt(question);
      case HIDE ->
          SHARING.contains(question.action())
              && question
                  .term(Dimension.RECIPIENT)
                  .map(to -> recipients.within(to, "public"))
                  .orElse(true);
      default -> false;
    };
  }

  private boolean ownAct(Question question) {
    return question.action().equals("collect")
        && question
            .term(Dimension.SOURCE)
            .filter(from -> sources.withinAny(from, Set.of("subject", "proxy")))
            .isPresent();
  }

  /** Who looks whether it may stay has to see it. */
  private boolean lookedAt(Question question) {
    return question.action().equals("use")
        && question
            .term(Dimension.PURPOSE)
            .filter(p -> purposes.within(p, "compliance"))
            .isPresent();
  }

  private static Decision denied(Decision decision, Set<String> cites) {
    if (decision.effect() == Effect.DENY) cites.addAll(decision.because());
    Map<String, Effect> elements = new LinkedHashMap<>();
    decision.elements().keySet().forEach(element -> elements.put(element, Effect.DENY));
    return new Decision(
        Effect.DENY,
        List.copyOf(cites),
        decision.almost(),
        List.of(),
        List.of(),
        elements,
        decision.pack());
  }
}
