// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.extract.Extract;
import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.cover.Coverage;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.text.NoticeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code demo}: the example pack, its notice, its coverage, and the questions in its folder. */
@Command(
    name = "demo",
    description = {
      "Show on an invented company what Probity does.",
      "Its notice, how far it is kept, and live decisions, each with its clause and the sentence"
          + " of",
      "the notice behind it."
    },
    footer = "  ./probity demo")
final class DemoCommand extends Helped implements Callable<Integer> {
  private static final int FIRST_LINES = 7;

  private final Surroundings here;
  private final Terminal terminal;

  DemoCommand(Surroundings here) {
    this.here = here;
    this.terminal = here.terminal();
  }

  @Override
  public Integer call() {
    Path folder = here.home().resolve("packs").resolve("example");
    return switch (PackReader.read(folder, here.lexicon().get())) {
      case PackReader.Outcome.Faulty faulty -> refused(faulty.faults());
      case PackReader.Outcome.Read read ->
          switch (new Notices(here).own(read.source()).orElseThrow()) {
            case Extract.Refused refused -> refused(List.of(refused.fault()));
            case Extract.Text text -> show(read.source(), text.notice());
          };
    };
  }

  private int refused(List<Fault> faults) {
    terminal.faults(faults);
    return Exit.WRONG_USE;
  }

  private int show(PackSource source, NoticeText notice) {
    terminal.line(
        source.header().controller() + " is an invented company. Its privacy notice begins:");
    terminal.line();
    notice.lines().stream()
        .map(line -> line.text().replaceFirst("^#+ ", ""))
        .limit(FIRST_LINES)
        .flatMap(text -> Table.wrap(text, terminal.width() - 4).stream())
        .forEach(text -> terminal.line("  " + terminal.tint(Tint.DIM, "\u2502") + " " + text));
    terminal.line();
    terminal.line("A pack says the same in clauses that run. How far the notice is kept:");
    terminal.line();
    Coverage coverage = new Cover(source, Engine.of(source.history())).of(notice);
    new CoverText(terminal, source, coverage).counts();
    terminal.line();
    terminal.line("And what the running notice answers:");
    List<Path> questions = questions(Path.of(source.folder(), "demo"));
    List<String> cited = new ArrayList<>();
    for (Path question : questions) cited.addAll(answer(question, source, coverage));
    terminal.line();
    terminal.line("Go on with:");
    terminal.line("  ./probity decide packs/example packs/example/demo/" + name(questions));
    cited.stream()
        .findFirst()
        .ifPresent(id -> terminal.line("  ./probity explain packs/example " + id));
    terminal.line("  ./probity cover packs/example --html report.html");
    return coverage.clean() ? Exit.FINE : Exit.FINDINGS;
  }

  static List<Path> questions(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(List<Path> questions) {
    return questions.getFirst().getFileName().toString();
  }

  /** Prints the answer and returns the clauses it cites. */
  private List<String> answer(Path file, PackSource source, Coverage coverage) {
    List<Fault> faults = new ArrayList<>();
    Optional<Ask> ask =
        InputFile.read(file.toString(), here.in(), faults)
            .flatMap(n -> new AskReader(source.words(faults), here.clock().instant()).file(n));
    terminal.faults(faults);
    terminal.line();
    terminal.line(terminal.tint(Tint.STRONG, title(file)));
    if (ask.isEmpty() || !(ask.get() instanceof Ask.Decide question)) return List.of();
    Decision decision = new Answers(source).decide(question);
    new DecisionText(terminal, source).print(decision, coverage);
    return decision.because();
  }

  /** {@code 1-may-somebody-see-it.json} asks "May somebody see it?". */
  private static String title(Path file) {
    String words =
        file.getFileName().toString().replaceAll("^\\d+-|\\.json$", "").replace('-', ' ');
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1) + "?";
  }
}
