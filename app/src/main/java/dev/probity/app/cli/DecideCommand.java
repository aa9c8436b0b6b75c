// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Terminal;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Duties;
import dev.probity.kernel.decide.Views;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.answer.Trees;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code decide PACK QUESTION}. */
@Command(
    name = "decide",
    description = {
      "Answer a question: may this be done with these data, and which clause says so?",
      "QUESTION is a file {given, asserted, ask} in JSON or YAML, with the words of scenarios;"
          + " - reads it",
      "from standard input. What it does not mention is unknown, and unknown never helps.",
      "A decision that denies is an answer: it exits 0."
    },
    footer = {
      "  echo '{given: {relation: fitter-of, region: SE},",
      "    ask: {disclose: device.serial, to: audiologist}}' \\",
      "    | ./probity decide packs/example -"
    })
final class DecideCommand extends OfPack {
  @Parameters(index = "1", paramLabel = "QUESTION", description = "The question's file, or -.")
  private String question = "";

  DecideCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run(PackSource source) {
    List<Fault> faults = new ArrayList<>();
    Optional<Ask> ask =
        InputFile.read(question, here.in(), faults)
            .flatMap(n -> new AskReader(source.words(faults), here.clock().instant()).file(n));
    if (ask.isEmpty() || !faults.isEmpty()) {
      here.terminal().faults(faults);
      return Exit.WRONG_USE;
    }
    Answers answers = new Answers(source);
    switch (ask.get()) {
      case Ask.Decide it -> show(source, answers.decide(it));
      case Ask.Event it -> show(source, answers.event(it));
      case Ask.View it -> show(source, answers.view(it));
      case Ask.Flow it -> throw new IllegalStateException("no question file asks a flow");
      case Ask.Elsewhere it -> throw new IllegalStateException("no question file asks elsewhere");
    }
    return Exit.FINE;
  }

  private void show(PackSource source, Decision decision) {
    if (json) {
      Map<String, Object> tree = Trees.of(decision);
      Json.print(new Answers(source).labelled(tree, decision.because()), here.terminal().out());
    } else new DecisionText(here.terminal(), source).print(decision);
  }

  private void show(PackSource source, Duties duties) {
    if (json) {
      Map<String, Object> tree = Trees.of(duties);
      Json.print(new Answers(source).labelled(tree, duties.because()), here.terminal().out());
      return;
    }
    Terminal terminal = here.terminal();
    terminal.line(
        duties.acts().isEmpty() ? "Nothing is due." : "Due: " + Cited.list(duties.acts()));
    new Cited(terminal, source).print(duties.because());
  }

  private void show(PackSource source, Views view) {
    if (json) {
      Map<String, Object> tree = Trees.of(view);
      Json.print(new Answers(source).labelled(tree, Cited.of(view)), here.terminal().out());
    } else ViewCommand.print(view, source, here.terminal());
  }
}
