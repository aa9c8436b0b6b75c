// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.engine.Compiled;
import dev.probity.kernel.engine.Verdict;
import dev.probity.kernel.question.Question;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.vocabulary.LexiconReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The questions that a real pack's scenarios ask. Immutable. */
record Scenarios(String folder, History history, List<Question> questions) {
  static Scenarios of(String folder) {
    return switch (PackReader.read(Path.of(folder), LexiconReader.shipped())) {
      case PackReader.Outcome.Faulty faulty ->
          throw new IllegalStateException(folder + ": " + faulty.faults().getFirst());
      case PackReader.Outcome.Read read ->
          new Scenarios(folder, read.source().history(), questions(read.source().scenarios()));
    };
  }

  private static List<Question> questions(List<Scenario> scenarios) {
    List<Question> all = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      switch (scenario.ask()) {
        case Ask.Decide ask -> all.add(ask.question());
        case Ask.View ask ->
            ask.fields().forEach(f -> all.add(ask.question().withData(List.of(f))));
        case Ask.Event ask -> {}
        case Ask.Flow ask -> {}
        case Ask.Elsewhere ask -> {}
      }
    }
    return List.copyOf(all);
  }

  /** The same versions with nothing laid over them. */
  static History withoutLaws(History history) {
    return new History(
        history.versions().stream().map(Scenarios::withoutLaws).toList(),
        history.pin(),
        history.until(),
        history.cite());
  }

  private static Pack withoutLaws(Pack pack) {
    return new Pack(
        pack.id(),
        pack.version(),
        pack.inForce(),
        pack.digest(),
        pack.vocabulary(),
        pack.clauses(),
        pack.points(),
        pack.consents(),
        pack.choices(),
        pack.evidence(),
        List.of());
  }

  String name() {
    return String.valueOf(Path.of(folder).getFileName());
  }

  int clauses() {
    return history.newest().clauses().size();
  }

  /** Questions on which the compiled engine and the reference differ. */
  int disagreements() {
    Compiled engine = Compiled.of(history);
    Reference reference = new Reference(history);
    int wrong = 0;
    for (Question q : questions) {
      long answer =
          engine.decide(
              engine.asking(q.at()).load(q), engine.facts().load(q.facts()), engine.buffer());
      if (Verdict.effect(answer) != reference.decide(q).effect()) wrong++;
    }
    return wrong;
  }
}
