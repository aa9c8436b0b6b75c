// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Progress;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.diff.Diff;
import dev.probity.notice.diff.Strictness;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff A B}. */
@Command(
    name = "diff",
    description = {
      "Show which questions B answers otherwise than A, each group with one of its questions;",
      "which changes are material, who has to be told, and who asked again.",
      "With --stricter: only whether one permits nothing that the other does not; also between the",
      "packs of different controllers.",
      "Exits 1 where a question is answered otherwise."
    },
    footer = "  ./probity diff packs/example/versions/2024-06-01 packs/example")
final class DiffCommand extends Helped implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(index = "0", paramLabel = "A", description = "The pack before: a folder or a name.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "B", description = "The pack after.")
  private String after = "";

  @Option(
      names = "--stricter",
      description = "Only whether one is at least as strict as the other.")
  private boolean stricter;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  DiffCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    List<PackSource> sources = new ArrayList<>();
    for (String pack : List.of(before, after)) {
      switch (PackReader.read(OfPack.folder(pack, here), here.lexicon().get())) {
        case PackReader.Outcome.Read read -> sources.add(read.source());
        case PackReader.Outcome.Faulty faulty -> faults.addAll(faulty.faults());
      }
    }
    if (!faults.isEmpty()) return refused(faults);
    PackSource one = sources.getFirst();
    PackSource other = sources.getLast();
    return stricter ? strictness(one, other) : diff(one, other);
  }

  private int refused(List<Fault> faults) {
    here.terminal().faults(faults);
    return Exit.WRONG_USE;
  }

  private int diff(PackSource one, PackSource other) {
    return switch (compared(one, other)) {
      case Diff.Outcome.Refused it -> refused(List.of(it.fault()));
      case Diff.Outcome.Compared it -> {
        Diff diff = it.diff();
        if (json) Json.print(DiffTree.of(diff), here.terminal().out());
        else new DiffText(here.terminal(), one, other).print(diff);
        yield diff.changes().isEmpty() && !diff.material() ? Exit.FINE : Exit.FINDINGS;
      }
    };
  }

  private Diff.Outcome compared(PackSource one, PackSource other) {
    try (Progress progress = new Progress(here.terminal(), "effects", here.clock())) {
      return Diff.of(one, other, progress::at);
    }
  }

  private int strictness(PackSource one, PackSource other) {
    Strictness there;
    Strictness back;
    try (Progress progress = new Progress(here.terminal(), "packs", here.clock())) {
      there = Strictness.of(one, other);
      progress.at(1, 2);
      back = Strictness.of(other, one);
    }
    if (json) {
      Json.print(
          List.of(DiffTree.of(there, one, other), DiffTree.of(back, other, one)),
          here.terminal().out());
    } else {
      DiffText text = new DiffText(here.terminal(), one, other);
      text.print(there, one, other);
      text.print(back, other, one);
    }
    return there.atLeast() && back.atLeast() ? Exit.FINE : Exit.FINDINGS;
  }
}
