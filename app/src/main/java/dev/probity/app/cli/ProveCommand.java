// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Progress;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.Assertion;
import dev.probity.notice.pack.AssertionReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.prove.Conclusion;
import dev.probity.notice.prove.Finding;
import dev.probity.notice.prove.Prover;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code prove PACK [ASSERTION]}. */
@Command(
    name = "prove",
    description = {
      "Prove a statement over every question that can be asked, or refute it with one.",
      "ASSERTION is a file {never or always: ACTION, data, class, to, for, .., when, unless}; -"
          + " reads it",
      "from standard input. Left out: the pack's own assertions, and what in the pack never has an"
          + " effect.",
      "Exits 1 where a statement is refuted or something has no effect."
    },
    footer = "  echo '{never: sell, data: health}' | ./probity prove packs/example -")
final class ProveCommand extends OfPack {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ASSERTION",
      description = "The assertion's file, or -.")
  private String assertion = "";

  ProveCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run(PackSource source) {
    if (assertion.isEmpty()) return show(source, AssertionReader.of(source), true);
    List<Fault> faults = new ArrayList<>();
    Optional<Assertion> one =
        InputFile.read(assertion, here.in(), faults)
            .flatMap(node -> new AssertionReader(source.words(faults)).read("", node));
    if (!faults.isEmpty()) {
      here.terminal().faults(faults);
      return Exit.WRONG_USE;
    }
    return show(source, one.stream().toList(), false);
  }

  private int show(PackSource source, List<Assertion> asked, boolean all) {
    Prover prover = Prover.of(source);
    List<Conclusion> conclusions = proved(prover, asked);
    List<Finding> idle = all ? idle(prover) : List.of();
    if (json) Json.print(Proofs.tree(conclusions, idle), here.terminal().out());
    else new Proofs(here.terminal(), source).print(conclusions, idle, all);
    boolean refuted = conclusions.stream().anyMatch(Conclusion.Refuted.class::isInstance);
    return refuted || !idle.isEmpty() ? Exit.FINDINGS : Exit.FINE;
  }

  private List<Conclusion> proved(Prover prover, List<Assertion> asked) {
    List<Conclusion> conclusions = new ArrayList<>();
    try (Progress progress = new Progress(here.terminal(), "assertions", here.clock())) {
      for (Assertion one : asked) {
        progress.at(conclusions.size(), asked.size());
        conclusions.add(prover.prove(one));
      }
    }
    return conclusions;
  }

  private List<Finding> idle(Prover prover) {
    try (Progress progress = new Progress(here.terminal(), "clauses", here.clock())) {
      return prover.findings(progress::at);
    }
  }
}
