// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.extract.Extract;
import dev.probity.app.heat.HeatMap;
import dev.probity.app.print.Json;
import dev.probity.app.print.Progress;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.cover.Coverage;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Verdict;
import dev.probity.notice.text.NoticeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cover PACK [NOTICE]}. */
@Command(
    name = "cover",
    description = {
      "Count which sentences of a notice are traced and which of its promises are kept.",
      "Runs every scenario. NOTICE is text, Markdown, HTML or PDF; left out, the pack's own.",
      "Exits 1 where a sentence is untraced or lost or a scenario fails; open promises are no"
          + " finding."
    },
    footer = "  ./probity cover packs/example packs/example/notice.en.md")
final class CoverCommand extends OfPack {
  @Parameters(index = "1", arity = "0..1", paramLabel = "NOTICE", description = "The notice.")
  private String notice = "";

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the heat map: the notice with each sentence's state, as one page.")
  private String html = "";

  @Option(
      names = "--lang",
      paramLabel = "en|sv",
      description = "The language of the heat map's own words. Default: en.")
  private Lang lang = Lang.en;

  /** The names are what a person types. */
  private enum Lang {
    en,
    sv
  }

  CoverCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run(PackSource source) {
    Notices notices = new Notices(here);
    Optional<Extract> text =
        notice.isEmpty() ? notices.own(source) : Optional.of(notices.read(notice));
    if (text.isEmpty()) return show(source, withoutNotice(source));
    return switch (text.get()) {
      case Extract.Text read -> covered(source, read.notice());
      case Extract.Refused refused -> {
        here.terminal().faults(List.of(refused.fault()));
        yield Exit.WRONG_USE;
      }
    };
  }

  private int covered(PackSource source, NoticeText text) {
    Coverage coverage = running(source, cover -> cover.of(text));
    if (!html.isEmpty()) {
      String page = new HeatMap(source, coverage, text, lang.name()).html();
      List<Fault> faults = new ArrayList<>();
      OutputFile.write(Path.of(html), page, faults);
      here.terminal().faults(faults);
      if (!faults.isEmpty()) return Exit.WRONG_USE;
    }
    return show(source, coverage);
  }

  private Coverage withoutNotice(PackSource source) {
    return running(source, cover -> unread(source, cover));
  }

  /** What can be counted without the notice. */
  static Coverage unread(PackSource source, Cover cover) {
    List<Verdict> verdicts = cover.verdicts();
    return new Coverage(
        source.header().id(), "", List.of(), List.of(), cover.rows(verdicts), verdicts);
  }

  private Coverage running(PackSource source, Function<Cover, Coverage> what) {
    try (Progress progress = new Progress(here.terminal(), "scenarios", here.clock())) {
      return what.apply(new Cover(source, Watched.over(source, progress)));
    }
  }

  private int show(PackSource source, Coverage coverage) {
    if (json) Json.print(CoverTree.of(coverage), here.terminal().out());
    else new CoverText(here.terminal(), source, coverage).print();
    return coverage.clean() ? Exit.FINE : Exit.FINDINGS;
  }
}
