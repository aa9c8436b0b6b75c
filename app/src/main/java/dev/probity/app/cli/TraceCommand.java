// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.extract.Extract;
import dev.probity.app.print.Terminal;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.NoticeText;
import dev.probity.notice.trace.Tracing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace PACK NOTICE}. */
@Command(
    name = "trace",
    description = {
      "Lay the pack's line citations beside a notice and say what its trace.yaml would be.",
      "Writes only with --write: fingerprints in order, never a word of the notice."
    },
    footer = "  ./probity trace packs/example packs/example/notice.en.md")
final class TraceCommand extends OfPack {
  @Parameters(index = "1", paramLabel = "NOTICE", description = "The notice the pack cites.")
  private String notice = "";

  @Option(names = "--write", description = "Write trace.yaml into the pack.")
  private boolean write;

  TraceCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run(PackSource source) {
    return switch (new Notices(here).read(notice)) {
      case Extract.Text text -> trace(source, text.notice());
      case Extract.Refused refused -> {
        here.terminal().faults(List.of(refused.fault()));
        yield Exit.WRONG_USE;
      }
    };
  }

  private int trace(PackSource source, NoticeText text) {
    List<Fault> faults = new ArrayList<>();
    List<PackSource.Traced> trace = Tracing.of(source, text, faults);
    Terminal terminal = here.terminal();
    terminal.findings(faults);
    long untraced = trace.stream().filter(t -> t.clauses().isEmpty()).count();
    terminal.line(trace.size() + " sentences, " + untraced + " of them untraced");
    int code = faults.isEmpty() && untraced == 0 ? Exit.FINE : Exit.FINDINGS;
    if (trace.equals(source.trace())) {
      terminal.line("trace.yaml says just that already");
      return code;
    }
    if (!write || !faults.isEmpty()) {
      terminal.line(
          changes(source.trace(), trace)
              + " would change"
              + (write ? "; nothing is written while there are faults" : "; --write writes them"));
      return code;
    }
    Path file = Path.of(source.folder(), "trace.yaml");
    OutputFile.write(file, Tracing.print(trace), faults);
    terminal.faults(faults);
    if (!faults.isEmpty()) return Exit.WRONG_USE;
    terminal.line("wrote " + file);
    return code;
  }

  private static String changes(List<PackSource.Traced> before, List<PackSource.Traced> after) {
    List<PackSource.Traced> fresh = new ArrayList<>(after);
    before.forEach(fresh::remove);
    return fresh.size() + " of " + after.size() + " lines of trace.yaml";
  }
}
