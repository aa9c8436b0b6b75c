// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.engine.CompiledPack;
import dev.probity.kernel.question.Question;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision on the generated notice, through each door, over the fixed questions in turn. */
public class Deciding {
  /** What the compiled doors share between threads. */
  @State(Scope.Benchmark)
  public static class Shared {
    @Param({"60", "600", "6000"})
    public int clauses;

    List<Person> persons = List.of();
    List<Asked> asked = List.of();
    CompiledPack engine;
    Handles handles;

    @Setup
    @Initializer
    public void prepare() {
      persons = Asked.persons();
      asked = Asked.drawn(Asked.COUNT);
      engine = CompiledPack.of(Generated.of(clauses).pack());
      handles = new Handles(engine, asked, persons);
    }
  }

  /** One thread's desk and its place among the questions. */
  @State(Scope.Thread)
  public static class Own {
    private Desk desk;
    private int next;

    @Setup
    @Initializer
    public void prepare(Shared shared) {
      desk = new Desk(shared.engine);
    }

    int next() {
      next = next + 1 == Asked.COUNT ? 0 : next + 1;
      return next;
    }
  }

  @Benchmark
  public long handles(Shared shared, Own own) {
    Handles.Ask ask = shared.handles.asks[own.next()];
    return own.desk.handles(ask, shared.handles.atHand[ask.person()]);
  }

  @Benchmark
  public long handlesAndFacts(Shared shared, Own own) {
    Handles.Ask ask = shared.handles.asks[own.next()];
    return own.desk.handlesAndFacts(ask, shared.handles.persons[ask.person()]);
  }

  @Benchmark
  public long names(Shared shared, Own own) {
    Asked ask = shared.asked.get(own.next());
    return own.desk.names(ask, shared.persons.get(ask.person()));
  }

  /** The slow ones, with what they are asked built ahead. */
  @State(Scope.Thread)
  public static class Slow {
    @Param({"60", "600", "6000"})
    public int clauses;

    private Reference reference;
    private Casbin casbin;
    private Question[] questions = {};
    private Object[][] requests = {};
    private int next;

    @Setup
    @Initializer
    public void prepare() {
      Generated notice = Generated.of(clauses);
      List<Person> persons = Asked.persons();
      List<Asked> asked = Asked.drawn(Asked.COUNT);
      reference = Reference.of(notice.pack());
      casbin = new Casbin(notice);
      questions = asked.stream().map(q -> q.question(persons)).toArray(Question[]::new);
      requests = asked.stream().map(q -> Casbin.request(q, persons)).toArray(Object[][]::new);
    }

    int next() {
      next = next + 1 == Asked.COUNT ? 0 : next + 1;
      return next;
    }
  }

  @Benchmark
  public Decision reference(Slow slow) {
    return slow.reference.decide(slow.questions[slow.next()]);
  }

  @Benchmark
  public boolean casbin(Slow slow) {
    return slow.casbin.permits(slow.requests[slow.next()]);
  }
}
