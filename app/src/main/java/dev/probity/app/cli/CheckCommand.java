// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.extract.Extract;
import dev.probity.app.print.Json;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.cover.Coverage;
import dev.probity.notice.lint.Lint;
import dev.probity.notice.lint.Report;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.NoticeText;
import dev.probity.notice.vocabulary.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check PACK ... [--notices FOLDER]}. */
@Command(
    name = "check",
    description = {
      "Lint and cover several packs at once: one line each, and their sum.",
      "The notice of a pack is FOLDER/<id>.txt, .md, .html or .pdf, else the pack's own.",
      "Exits 1 where `lint` or `cover` would."
    },
    footer = "  ./probity check packs/example --notices ../shared/notices")
final class CheckCommand extends Helped implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(arity = "1..*", paramLabel = "PACK", description = "Folders of packs.")
  private List<String> packs = new ArrayList<>();

  @Option(names = "--notices", paramLabel = "FOLDER", description = "Where the notices are.")
  private String notices = "";

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  CheckCommand(Surroundings here) {
    this.here = here;
  }

  /** One pack; a fault in place of what could not be read. */
  record Checked(List<Fault> faults, Optional<Coverage> coverage, Optional<Report> lint) {
    boolean clean() {
      return coverage.filter(Coverage::clean).isPresent() && lint.filter(Report::clean).isPresent();
    }
  }

  @Override
  public Integer call() {
    Lexicon lexicon = here.lexicon().get();
    // Why in parallel: packs have nothing in common, and each takes its time.
    List<Checked> all = packs.parallelStream().map(name -> checked(name, lexicon)).toList();
    List<Fault> faults = all.stream().flatMap(c -> c.faults().stream()).toList();
    if (!faults.isEmpty()) {
      here.terminal().faults(faults);
      return Exit.WRONG_USE;
    }
    CheckSums sums = new CheckSums(all);
    if (json) Json.print(sums.tree(), here.terminal().out());
    else sums.print(here.terminal());
    return all.stream().allMatch(Checked::clean) ? Exit.FINE : Exit.FINDINGS;
  }

  private Checked checked(String name, Lexicon lexicon) {
    return switch (PackReader.read(new PackFolders(here).folder(name), lexicon)) {
      case PackReader.Outcome.Faulty faulty ->
          new Checked(faulty.faults(), Optional.empty(), Optional.empty());
      case PackReader.Outcome.Read read -> checked(read.source());
    };
  }

  private Checked checked(PackSource source) {
    Optional<Extract> extract = new Notices(here).of(source, notices);
    Optional<NoticeText> text = Optional.empty();
    if (extract.isPresent()) {
      switch (extract.get()) {
        case Extract.Refused refused -> {
          return new Checked(List.of(refused.fault()), Optional.empty(), Optional.empty());
        }
        case Extract.Text read -> text = Optional.of(read.notice());
      }
    }
    Cover cover = new Cover(source, Engine.of(source.history()));
    Coverage coverage = text.map(cover::of).orElseGet(() -> CoverCommand.unread(source, cover));
    return new Checked(List.of(), Optional.of(coverage), Optional.of(Lint.run(source, text)));
  }
}
