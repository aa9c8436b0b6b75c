// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import com.sun.management.ThreadMXBean;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.engine.Asking;
import dev.probity.kernel.engine.Compiled;
import dev.probity.kernel.engine.FactTable;
import dev.probity.kernel.question.Question;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What laws add to a decision: the questions of a pack's scenarios to the notice with its laws and
 * to the notice alone, in short slices in turn within one JVM, by the thread's processor time.
 * Slices a few milliseconds apart see the same neighbours and the same compiled code; two JVMs, as
 * the other figures have, see neither. Prints the median of the slices' ratios.
 */
public final class Laws {
  private static final int DECISIONS = 6_000;
  private static final long WARM = 3_000_000_000L;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Side with;
  private final Side without;
  private long seen;

  private Laws(History history, List<Question> questions) {
    with = new Side(history, questions);
    without = new Side(Scenarios.withoutLaws(history), questions);
  }

  /** A pack's folder, how many slices, and the day all questions are dated to, if any. */
  public static void main(String[] words) {
    Scenarios scenarios = Scenarios.of(words[0]);
    List<Question> questions = scenarios.questions();
    if (words.length > 2) {
      Instant day = Instant.parse(words[2]);
      questions = questions.stream().map(q -> q.withAt(day)).toList();
    }
    Laws laws = new Laws(scenarios.history(), questions);
    System.out.printf(Locale.ROOT, "%.4f%n", laws.ratio(Integer.parseInt(words[1])));
  }

  private double ratio(int slices) {
    // Why: by processor time, since beside busy neighbours a second on the clock warms up nothing.
    while (threads.getCurrentThreadCpuTime() < WARM) slice(false);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < slices; i++) ratios.add(slice(i % 2 == 0));
    if (seen == 0) throw new IllegalStateException("nothing was decided");
    return Sample.median(ratios);
  }

  private double slice(boolean withFirst) {
    long first = cost(withFirst ? with : without);
    long second = cost(withFirst ? without : with);
    return withFirst ? (double) first / second : (double) second / first;
  }

  private long cost(Side side) {
    long before = threads.getCurrentThreadCpuTime();
    seen += side.decide();
    return threads.getCurrentThreadCpuTime() - before;
  }

  /** All questions, filled in ahead. */
  private static final class Side {
    private final Compiled engine;
    private final Asking[] askings;
    private final FactTable[] facts;
    private final int[] buffer;

    Side(History history, List<Question> questions) {
      engine = Compiled.of(history);
      askings = new Asking[questions.size()];
      facts = new FactTable[questions.size()];
      for (int i = 0; i < askings.length; i++) {
        Question q = questions.get(i);
        askings[i] = engine.asking(q.at()).load(q);
        facts[i] = engine.facts().load(q.facts());
      }
      buffer = engine.buffer();
    }

    long decide() {
      long sum = 0;
      for (int done = 0; done < DECISIONS; done += askings.length) {
        for (int i = 0; i < askings.length; i++) sum += engine.decide(askings[i], facts[i], buffer);
      }
      return sum;
    }
  }
}
