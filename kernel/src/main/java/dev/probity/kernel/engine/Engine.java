// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import java.time.Instant;
import java.util.List;

/**
 * A compiled notice, asked in three ways that always agree: a {@link Question} for a whole {@link
 * Decision}; or an {@link Asking} and a {@link FactTable}, filled by name or by {@link Handle}, for
 * a decision in one {@code long} (read with {@link Verdict}) that allocates nothing.
 *
 * <p>Immutable; share it between threads, each with an asking, a table and a buffer of its own.
 */
public abstract sealed class Engine implements Decider permits CompiledPack, Compiled {
  private final Common common;
  private final String[] cites;
  private final String[] clauses;
  private final String[] acts;
  private final int entries;
  private final int overlays;

  /** Twice the reasons and thrice the acts: what stood before, what is new, what a law adds. */
  private final int room;

  Engine(EditionCompiler compiler) {
    this.common = compiler.common;
    this.cites = compiler.printed.cites();
    this.clauses = compiler.printed.clauses();
    this.acts = compiler.printed.acts();
    this.entries = compiler.entries();
    this.overlays = compiler.overlays();
    this.room = 2 * cites.length + 3 * acts.length;
  }

  Common common() {
    return common;
  }

  /** Looks up a term of a match dimension. */
  public Handle term(Dimension dimension, String word) {
    Space space = Space.of(dimension);
    return new Handle(common.words(), space, common.words().value(space, word), word);
  }

  public Handle action(String word) {
    return term(Dimension.ACTION, word);
  }

  public Handle data(String word) {
    return term(Dimension.DATA, word);
  }

  public Handle purpose(String word) {
    return term(Dimension.PURPOSE, word);
  }

  public Handle recipient(String word) {
    return term(Dimension.RECIPIENT, word);
  }

  /**
   * Looks up a consent, a choice, a kind of evidence, a region, ...; ages and channels need none.
   */
  public Handle fact(Kind kind, String word) {
    Space space =
        switch (kind) {
          case CONSENT -> Space.CONSENT;
          case CHOICE -> Space.CHOICE;
          case NOTICE -> Space.NOTICE;
          case RELATION -> Space.RELATION;
          case EVIDENCE -> Space.EVIDENCE;
          case REGION -> Space.REGION;
          case ROLE -> Space.ROLE;
          case STATE -> Space.STATE;
          case AGE, CHANNEL -> Space.WORD;
        };
    int index = kind == Kind.REGION ? common.places().row(word) : common.words().index(space, word);
    return new Handle(common.words(), space, index, word);
  }

  /** Looks up a value of a choice. */
  public Handle value(String word) {
    return new Handle(common.words(), Space.WORD, Words.NONE, word);
  }

  /** Room to ask in, for one thread. */
  public Asking asking(Instant at) {
    return new Asking(common.words(), entries, overlays, at);
  }

  /** Room for facts, nothing known yet. */
  public FactTable facts() {
    return new FactTable(common);
  }

  /** Room for the reasons and acts of any decision. */
  public int[] buffer() {
    return new int[room];
  }

  /**
   * Decides, allocating nothing.
   *
   * @param reasons a buffer of this engine or one as long: reasons go to its front, acts to its
   *     back
   */
  public final long decide(Asking question, FactTable facts, int[] reasons) {
    if (reasons.length < room) {
      throw new IllegalArgumentException("the buffer is shorter than the engine's own");
    }
    if (question.words != common.words() || facts.words != common.words()) {
      throw new IllegalArgumentException("the asking or the facts are of another engine");
    }
    question.pen.open(reasons);
    int strictest = choose(question, facts) ? all(question, facts) : Verdict.NOT_COVERED;
    Pen pen = question.pen;
    boolean act = strictest == Verdict.PERMIT || strictest == Verdict.DENY;
    return Verdict.of(strictest, pen.reasons, act ? pen.acts : 0);
  }

  /** The strictest element decides; reasons and acts are those of the elements that gave it. */
  private int all(Asking question, FactTable facts) {
    Pen pen = question.pen;
    int strictest = -1;
    for (int i = 0; i < question.elements(); i++) {
      int reasons = pen.reasons;
      int acts = pen.acts;
      question.take(i);
      int effect = judge(question, facts);
      if (effect < strictest) {
        pen.back(reasons, acts);
      } else if (effect > strictest) {
        if (reasons > 0) pen.keepReasons(reasons);
        if (acts > 0) pen.dropActs(0, acts);
        strictest = effect;
      } else {
        pen.mergeReasons(0, reasons);
        pen.mergeActs(0, acts);
      }
    }
    return strictest < 0 ? Verdict.NOT_COVERED : strictest;
  }

  /** Chooses the version; false where none is in force. */
  abstract boolean choose(Asking question, FactTable facts);

  /** Judges the element in hand by the version chosen. */
  abstract int judge(Asking question, FactTable facts);

  /** The whole answer for the element in hand, by the version chosen. */
  abstract Found explain(Asking question, FactTable facts);

  /** What an answer by the version chosen says it was decided by. */
  abstract String deciding(Asking question);

  @Override
  public final Decision decide(Question question) {
    return new Explaining(this).decide(question);
  }

  /** Every version that may decide. */
  abstract List<Edition> all();

  /** What is worth looking up before asking about an action. Walks all clauses: keep the answer. */
  public final Needs needs(String action) {
    return NeedsFinder.of(all(), common.words(), action);
  }

  /** The id that answers cite for a reason. */
  public final String cite(int reason) {
    return cites[reason];
  }

  /** The clause behind a reason: one of several that may share its citation. */
  public final String clause(int reason) {
    return clauses[reason];
  }

  /** An act, as {@code tell:recipient}. */
  public final String act(int act) {
    return acts[act];
  }
}
