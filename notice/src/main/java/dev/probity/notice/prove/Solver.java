// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether propositional clauses can all hold, by conflict-driven clause learning (Marques-
 * Silva and Sakallah 1996; watched literals and activities after Moskewicz et al. 2001). Variables
 * count from 1, a literal is a variable or its negative. What is learnt stays, so asking again is
 * cheap. One thread. Worst case exponential, as the problem is.
 */
final class Solver {
  private static final int RESTART = 128;
  private static final double DECAY = 1 / 0.95;
  private static final int[] NO_REASON = {};

  private int variables;
  private boolean broken;
  private byte[] value = new byte[64];
  private boolean[] phase = new boolean[64];
  private int[] level = new int[64];
  private int[][] reason = new int[64][];
  private boolean[] seen = new boolean[64];
  private Watchers[] watchers = new Watchers[128];
  private int[] trail = new int[64];
  private int trailed;
  private int propagated;
  private final List<Integer> levelStarts = new ArrayList<>();
  private final Activity activity = new Activity();

  int variable() {
    int v = ++variables;
    if (v >= value.length) grow(2 * v);
    watchers[2 * v] = new Watchers();
    watchers[2 * v + 1] = new Watchers();
    reason[v] = NO_REASON;
    activity.add(v);
    return v;
  }

  private void grow(int size) {
    value = Arrays.copyOf(value, size);
    phase = Arrays.copyOf(phase, size);
    level = Arrays.copyOf(level, size);
    reason = Arrays.copyOf(reason, size);
    seen = Arrays.copyOf(seen, size);
    watchers = Arrays.copyOf(watchers, 2 * size);
    trail = Arrays.copyOf(trail, size);
  }

  int variables() {
    return variables;
  }

  /** Whether the literal is true in the model found last; call after {@link #solve} said yes. */
  boolean holds(int literal) {
    return valueOf(literal) > 0;
  }

  private int valueOf(int literal) {
    return literal > 0 ? value[literal] : -value[-literal];
  }

  private static int index(int literal) {
    return literal > 0 ? 2 * literal : -2 * literal + 1;
  }

  /** From now on at least one of these holds. */
  void add(int... literals) {
    backTo(0);
    int[] clause = simplified(literals);
    if (clause == null) return;
    if (clause.length == 0) {
      broken = true;
    } else if (clause.length == 1) {
      assign(clause[0], NO_REASON);
      broken |= propagate() != null;
    } else {
      attach(clause);
    }
  }

  /** Without what is false for good; nothing where it holds for good. */
  private int @Nullable [] simplified(int[] literals) {
    int[] kept = new int[literals.length];
    int size = 0;
    for (int l : literals) {
      if (valueOf(l) > 0) return null;
      if (valueOf(l) < 0) continue;
      boolean twice = false;
      for (int i = 0; i < size; i++) {
        if (kept[i] == -l) return null;
        twice |= kept[i] == l;
      }
      if (!twice) kept[size++] = l;
    }
    return Arrays.copyOf(kept, size);
  }

  private void attach(int[] clause) {
    watchers[index(-clause[0])].add(clause);
    watchers[index(-clause[1])].add(clause);
  }

  private void assign(int literal, int[] because) {
    int v = Math.abs(literal);
    value[v] = (byte) (literal > 0 ? 1 : -1);
    level[v] = levelStarts.size();
    reason[v] = because;
    trail[trailed++] = literal;
  }

  /** Draws all conclusions; a clause that fails, if one does. */
  private int @Nullable [] propagate() {
    while (propagated < trailed) {
      int literal = trail[propagated++];
      Watchers list = watchers[index(literal)];
      int kept = 0;
      for (int i = 0; i < list.size; i++) {
        int[] clause = list.clauses[i];
        if (clause[0] == -literal) {
          clause[0] = clause[1];
          clause[1] = -literal;
        }
        if (valueOf(clause[0]) > 0) {
          list.clauses[kept++] = clause;
          continue;
        }
        if (moved(clause)) continue;
        list.clauses[kept++] = clause;
        if (valueOf(clause[0]) < 0) {
          while (++i < list.size) list.clauses[kept++] = list.clauses[i];
          list.size = kept;
          return clause;
        }
        assign(clause[0], clause);
      }
      list.size = kept;
    }
    return null;
  }

  /** Finds another literal to watch than the second, which is false. */
  private boolean moved(int[] clause) {
    for (int k = 2; k < clause.length; k++) {
      if (valueOf(clause[k]) >= 0) {
        int literal = clause[k];
        clause[k] = clause[1];
        clause[1] = literal;
        watchers[index(-literal)].add(clause);
        return true;
      }
    }
    return false;
  }

  private void backTo(int target) {
    if (levelStarts.size() <= target) return;
    int start = levelStarts.get(target);
    while (trailed > start) {
      int v = Math.abs(trail[--trailed]);
      phase[v] = value[v] > 0;
      value[v] = 0;
      activity.free(v);
    }
    propagated = trailed;
    levelStarts.subList(target, levelStarts.size()).clear();
  }

  /** Whether everything added can hold together with these assumptions. */
  boolean solve(int... assumed) {
    backTo(0);
    if (broken) return false;
    // Why: facts stay away where nothing asks for them, so that a model is short to tell.
    Arrays.fill(phase, false);
    int conflicts = 0;
    int limit = RESTART;
    while (true) {
      int[] conflict = propagate();
      if (conflict != null) {
        if (levelStarts.isEmpty()) {
          broken = true;
          return false;
        }
        learn(conflict);
        if (++conflicts % limit == 0) {
          limit += limit / 4;
          backTo(0);
        }
        continue;
      }
      int next = 0;
      while (levelStarts.size() < assumed.length && next == 0) {
        int a = assumed[levelStarts.size()];
        if (valueOf(a) < 0) return false;
        if (valueOf(a) > 0) levelStarts.add(trailed);
        else next = a;
      }
      if (next == 0) next = choose();
      if (next == 0) return true;
      levelStarts.add(trailed);
      assign(next, NO_REASON);
    }
  }

  private int choose() {
    int v = activity.next(value);
    return v == 0 ? 0 : phase[v] ? v : -v;
  }

  /** The first unique implication point becomes a clause, and the search goes back as far. */
  private void learn(int[] conflict) {
    int[] learnt = new int[16];
    int size = 1;
    int open = 0;
    int at = trailed;
    int[] clause = conflict;
    int literal = 0;
    do {
      for (int l : clause) {
        int v = Math.abs(l);
        if (l == literal || seen[v] || level[v] == 0) continue;
        seen[v] = true;
        activity.bump(v);
        if (level[v] == levelStarts.size()) {
          open++;
        } else {
          if (size == learnt.length) learnt = Arrays.copyOf(learnt, 2 * size);
          learnt[size++] = l;
        }
      }
      do literal = trail[--at];
      while (!seen[Math.abs(literal)]);
      seen[Math.abs(literal)] = false;
      clause = reason[Math.abs(literal)];
      open--;
    } while (open > 0);
    learnt[0] = -literal;
    for (int i = 1; i < size; i++) seen[Math.abs(learnt[i])] = false;
    activity.decay(DECAY);
    keep(Arrays.copyOf(learnt, size));
  }

  private void keep(int[] learnt) {
    if (learnt.length == 1) {
      backTo(0);
      assign(learnt[0], NO_REASON);
      return;
    }
    int highest = 1;
    for (int i = 2; i < learnt.length; i++) {
      if (level[Math.abs(learnt[i])] > level[Math.abs(learnt[highest])]) highest = i;
    }
    int second = learnt[highest];
    learnt[highest] = learnt[1];
    learnt[1] = second;
    backTo(level[Math.abs(second)]);
    attach(learnt);
    assign(learnt[0], learnt);
  }

  /** The clauses to look at when a literal becomes true. */
  private static final class Watchers {
    private int[][] clauses = new int[4][];
    private int size;

    void add(int[] clause) {
      if (size == clauses.length) clauses = Arrays.copyOf(clauses, 2 * size);
      clauses[size++] = clause;
    }
  }
}
