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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  /** The language of {@code notice.sv.md}. */
  private static final Pattern LANGUAGE = Pattern.compile("\\.([a-z]{2})\\.[a-z]+$");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NOTICE",
      description = "The notice the pack cites; left out, the one in its folder.")
  private String notice = "";

  @Option(names = "--write", description = "Write it into the pack.")
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
    String name = file(source, text, trace);
    List<PackSource.Traced> before = source.traces().getOrDefault(name, List.of());
    if (trace.equals(before)) {
      terminal.line(name + " says just that already");
      return code;
    }
    if (!write || !faults.isEmpty()) {
      terminal.line(
          changes(name, before, trace)
              + " would change"
              + (write ? "; nothing is written while there are faults" : "; --write writes them"));
      return code;
    }
    Path file = Path.of(source.folder(), name);
    OutputFile.write(file, Tracing.print(trace), faults);
    terminal.faults(faults);
    if (!faults.isEmpty()) return Exit.WRONG_USE;
    terminal.line("wrote " + file);
    return code;
  }

  /** The file that traces this language already; else named as the notice is. */
  private static String file(PackSource source, NoticeText text, List<PackSource.Traced> trace) {
    return source
        .traceOf(trace.stream().map(PackSource.Traced::fingerprint).toList())
        .orElseGet(() -> named(text.name(), source.header().languages()));
  }

  private static String named(String notice, List<String> languages) {
    Matcher language = LANGUAGE.matcher(notice);
    boolean other = language.find() && !languages.getFirst().equals(language.group(1));
    return other ? "trace." + language.group(1) + ".yaml" : "trace.yaml";
  }

  private static String changes(
      String name, List<PackSource.Traced> before, List<PackSource.Traced> after) {
    List<PackSource.Traced> fresh = new ArrayList<>(after);
    before.forEach(fresh::remove);
    return fresh.size() + " of " + after.size() + " lines of " + name;
  }
}
