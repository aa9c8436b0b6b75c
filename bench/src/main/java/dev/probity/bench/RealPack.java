// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.engine.Asking;
import dev.probity.kernel.engine.Compiled;
import dev.probity.kernel.engine.FactTable;
import dev.probity.kernel.question.Question;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision on a real pack: the questions of its own scenarios in turn, filled in ahead. */
@State(Scope.Thread)
public class RealPack {
  @Param("")
  public String folder = "";

  private Question[] questions = {};
  private Asking[] askings = {};
  private FactTable[] facts = {};
  private int[] buffer = {};
  private Compiled engine;
  private Reference reference;
  private int next;

  @Setup
  @Initializer
  public void prepare() {
    Scenarios scenarios = Scenarios.of(folder);
    History history = scenarios.history();
    engine = Compiled.of(history);
    reference = new Reference(history);
    questions = scenarios.questions().toArray(Question[]::new);
    askings = new Asking[questions.length];
    facts = new FactTable[questions.length];
    for (int i = 0; i < questions.length; i++) {
      askings[i] = engine.asking(questions[i].at()).load(questions[i]);
      facts[i] = engine.facts().load(questions[i].facts());
    }
    buffer = engine.buffer();
  }

  private int next() {
    next = next + 1 == questions.length ? 0 : next + 1;
    return next;
  }

  @Benchmark
  public long compiled() {
    int i = next();
    return engine.decide(askings[i], facts[i], buffer);
  }

  @Benchmark
  public Decision reference() {
    return reference.decide(questions[next()]);
  }
}
