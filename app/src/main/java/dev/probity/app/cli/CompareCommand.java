// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.compare.Comparison;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.vocabulary.Lexicon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare PACK PACK ...}. */
@Command(
    name = "compare",
    description = {
      "Put the same questions to several packs and show the answers side by side.",
      "Without --ask the questions of packs/compare.yaml."
    },
    footer = "  ./probity compare packs/example packs/example --ask questions.yaml")
final class CompareCommand extends Helped implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(arity = "1..*", paramLabel = "PACK", description = "Folders of packs.")
  private List<Path> packs = new ArrayList<>();

  @Option(
      names = "--ask",
      paramLabel = "FILE",
      description = "A list of {name, given, ask}; - reads standard input.")
  private String ask = "";

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  CompareCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    List<PackSource> sources = read(faults);
    String file = ask.isEmpty() ? here.home().resolve("packs/compare.yaml").toString() : ask;
    List<Comparison.Line> lines =
        faults.isEmpty()
            ? InputFile.read(file, here.in(), faults)
                .map(n -> new Comparison(sources, Engine::of).of(n, faults))
                .orElse(List.of())
            : List.of();
    if (!faults.isEmpty()) {
      here.terminal().faults(faults);
      return Exit.WRONG_USE;
    }
    if (json) Json.print(lines.stream().map(CompareCommand::tree).toList(), here.terminal().out());
    else lines.forEach(line -> print(line, here.terminal()));
    return Exit.FINE;
  }

  private List<PackSource> read(List<Fault> faults) {
    Lexicon lexicon = here.lexicon().get();
    List<PackSource> sources = new ArrayList<>();
    for (Path pack : packs) {
      Path folder = Files.isDirectory(pack) ? pack : here.home().resolve(pack);
      switch (PackReader.read(folder, lexicon)) {
        case PackReader.Outcome.Read read -> sources.add(read.source());
        case PackReader.Outcome.Faulty faulty -> faults.addAll(faulty.faults());
      }
    }
    return sources;
  }

  private static void print(Comparison.Line line, Terminal terminal) {
    terminal.line(terminal.tint(Tint.STRONG, line.name()));
    int widest = line.answers().keySet().stream().mapToInt(String::length).max().orElse(0);
    line.answers()
        .forEach(
            (pack, answer) -> {
              Tint tint = answer.effect() == Effect.PERMIT ? Tint.GOOD : Tint.BAD;
              String effect = String.format("%-12s", answer.effect());
              String because =
                  answer.because().isEmpty()
                      ? "no clause speaks"
                      : String.join(", ", answer.because());
              terminal.line(
                  "  "
                      + String.format("%-" + widest + "s", pack)
                      + "  "
                      + terminal.tint(tint, effect)
                      + "  "
                      + because);
            });
    terminal.line();
  }

  private static Map<String, Object> tree(Comparison.Line line) {
    Map<String, Object> answers = new LinkedHashMap<>();
    line.answers().forEach((pack, answer) -> answers.put(pack, answer(answer)));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("question", line.name());
    tree.put("answers", answers);
    return tree;
  }

  private static Map<String, Object> answer(Decision decision) {
    return Map.of("effect", decision.effect().name(), "because", decision.because());
  }
}
