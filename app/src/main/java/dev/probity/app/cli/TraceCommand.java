// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.extract.Extract;
import dev.probity.app.print.Terminal;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.NoticeText;
import dev.probity.notice.trace.Tracing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace PACK [NOTICE]}. */
@Command(
    name = "trace",
    description = {
      "Lay the pack's line citations beside a notice and say what its trace.yaml would be.",
      "Writes only with --write: fingerprints in order, never a word of the notice."
    },
    footer = "  ./probity trace packs/example packs/example/notice.en.md")
final class TraceCommand extends OfPack {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NOTICE",
      description = "The notice the pack cites; left out, the one in its folder.")
  private String notice = "";

  @Option(names = "--write", description = "Write trace.yaml into the pack.")
  private boolean write;

  TraceCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run(PackSource source) {
    Notices notices = new Notices(here);
    Optional<Extract> text =
        notice.isEmpty() ? notices.own(source) : Optional.of(notices.read(notice));
    if (text.isEmpty()) {
      here.terminal().faults(List.of(missing(source)));
      return Exit.WRONG_USE;
    }
    return switch (text.get()) {
      case Extract.Text read -> trace(source, read.notice());
      case Extract.Refused refused -> {
        here.terminal().faults(List.of(refused.fault()));
        yield Exit.WRONG_USE;
      }
    };
  }

  private static Fault missing(PackSource source) {
    return new Fault(
        "PRB-A001",
        "`probity trace` needs NOTICE: no notice lies in `" + source.folder() + "`",
        "name the notice, or put it there as `notice.txt`",
        Where.file("command line"));
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
