// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.compare.Comparison;
import dev.probity.notice.compare.Inquiry;
import dev.probity.notice.pack.PackSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare [PACK ...]}. */
@Command(
    name = "compare",
    description = {
      "Put the same questions to several packs and show the answers side by side.",
      "Without --ask, the questions of packs/compare.yaml; without PACK, the packs that the file"
          + " of",
      "questions names. The packs may be of different companies."
    },
    footer = {
      "  ./probity compare",
      "  ./probity compare --full",
      "  echo '{name: A reading, ask: {collect: health.vital.blood-pressure, from: app}}' \\",
      "    | ./probity compare packs/example --ask -"
    })
final class CompareCommand extends Helped implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(arity = "0..*", paramLabel = "PACK", description = "Folders of packs.")
  private List<String> packs = new ArrayList<>();

  @Option(
      names = "--ask",
      paramLabel = "FILE",
      description = "A question {name, given, ask} or a list of them; - reads standard input.")
  private String ask = "";

  @Option(
      names = "--full",
      description = "With what the clauses say, what is to do, what would lift a no.")
  private boolean full;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  CompareCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    Path usual = here.home().resolve("packs/compare.yaml");
    Optional<Inquiry> inquiry = inquiry(ask.isEmpty() ? usual.toString() : ask, faults);
    List<String> asked = packs.isEmpty() ? inquiry.map(Inquiry::packs).orElse(List.of()) : packs;
    if (inquiry.isPresent() && asked.isEmpty())
      asked = inquiry(usual.toString(), faults).map(Inquiry::packs).orElse(List.of());
    Map<String, PackSource> sources = new LinkedHashMap<>();
    for (PackSource source : new PackFolders(here).read(asked, faults))
      sources.put(source.header().id(), source);
    List<Comparison.Line> lines =
        faults.isEmpty() && inquiry.isPresent()
            ? new Comparison(List.copyOf(sources.values()), Engine::of)
                .of(inquiry.get().questions(), faults)
            : List.of();
    if (!faults.isEmpty()) {
      here.terminal().faults(faults);
      return Exit.WRONG_USE;
    }
    if (json)
      Json.print(lines.stream().map(line -> tree(line, sources)).toList(), here.terminal().out());
    else new CompareText(here.terminal(), sources, lines).print(full);
    return Exit.FINE;
  }

  private Optional<Inquiry> inquiry(String file, List<Fault> faults) {
    return InputFile.read(file, here.in(), faults).map(node -> Inquiry.of(node, faults));
  }

  private static Map<String, Object> tree(Comparison.Line line, Map<String, PackSource> sources) {
    Map<String, Object> answers = new LinkedHashMap<>();
    sources.forEach(
        (pack, source) -> {
          Comparison.Reply reply = line.replies().get(pack);
          if (reply != null) answers.put(pack, answer(reply, source));
        });
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("question", line.name());
    tree.put("answers", answers);
    return tree;
  }

  private static Map<String, Object> answer(Comparison.Reply reply, PackSource source) {
    Decision decision = reply.decision();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("effect", decision.effect().name());
    tree.put("because", decision.because());
    tree.put("acts", decision.acts());
    tree.put("remedies", decision.remedies());
    tree.put("own-words", reply.ownWords());
    return new Answers(source).labelled(tree, decision.because());
  }
}
