// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.decide.Views;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.answer.Trees;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code view PACK RECORD}. */
@Command(
    name = "view",
    description = {
      "Show of a record only the fields that somebody may see.",
      "The others are withheld, each with its clause.",
      "RECORD is a JSON or YAML file of values by data element; - reads standard input.",
      "With --to each field is decided as a disclosure, without it as a use."
    },
    footer = {
      "  echo '{device.serial: KV-7731, health.hearing.audiogram: left 40 dB}' \\",
      "    | ./probity view packs/example - --to audiologist --for device-support \\",
      "        --fact relation=fitter-of --fact region=SE"
    })
final class ViewCommand extends OfPack {
  @Parameters(index = "1", paramLabel = "RECORD", description = "The record's file, or -.")
  private String record = "";

  @Option(
      names = {"--to", "--recipient"},
      paramLabel = "RECIPIENT",
      description = "Who would see it.")
  private String to = "";

  @Option(
      names = {"--for", "--purpose"},
      paramLabel = "PURPOSE",
      description = "What for.")
  private String purpose = "";

  @Option(
      names = "--fact",
      paramLabel = "KIND=VALUE",
      description =
          "What was found: relation, region, role, state, notice, evidence, ... May repeat.")
  private List<String> facts = new ArrayList<>();

  @Option(
      names = "--given",
      paramLabel = "FILE",
      description = "A file {given, asserted} with all facts, instead of --fact.")
  private String given = "";

  ViewCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run(PackSource source) {
    List<Fault> faults = new ArrayList<>();
    Optional<Node> values = InputFile.read(record, here.in(), faults);
    Optional<Node.Fields> fields = values.map(n -> Form.of(n, "the record", faults).node());
    Optional<Ask> ask =
        fields
            .filter(f -> !f.fields().isEmpty())
            .flatMap(
                f ->
                    new AskReader(source.words(faults), here.clock().instant())
                        .file(question(f, faults)));
    if (!faults.isEmpty() || ask.isEmpty()) {
      if (faults.isEmpty()) faults.add(empty());
      here.terminal().faults(faults);
      return Exit.WRONG_USE;
    }
    if (ask.get() instanceof Ask.View view)
      show(source, new Answers(source).view(view), fields.get());
    return Exit.FINE;
  }

  private Fault empty() {
    return new Fault(
        "PRB-A011",
        "the record holds no field",
        "write values by data element, such as {\"device.serial\": \"A1\"}",
        Where.file(record));
  }

  private Node question(Node.Fields fields, List<Fault> faults) {
    Map<String, Node> ask = new LinkedHashMap<>();
    List<Node> names = new ArrayList<>();
    fields.fields().forEach((name, f) -> names.add(new Node.Text(name, true, f.key())));
    ask.put("view", new Node.Items(names, fields.where()));
    if (!to.isEmpty()) ask.put("to", word(to));
    if (!purpose.isEmpty()) ask.put("for", word(purpose));
    Map<String, Node> whole = new LinkedHashMap<>();
    if (given.isEmpty()) {
      whole.put("given", given(faults));
    } else {
      InputFile.read(given, here.in(), faults)
          .map(n -> Form.of(n, "the facts", faults).node())
          .ifPresent(n -> n.fields().forEach((key, f) -> whole.put(key, f.value())));
    }
    whole.put("ask", fields(ask));
    return fields(whole);
  }

  private Node given(List<Fault> faults) {
    Map<String, List<Node>> found = new LinkedHashMap<>();
    for (String fact : facts) {
      String[] parts = fact.split("=", 2);
      if (parts.length == 2) {
        found.computeIfAbsent(parts[0], kind -> new ArrayList<>()).add(word(parts[1]));
      } else {
        faults.add(
            new Fault(
                "PRB-A001",
                "the fact `" + fact + "` has no value",
                "write it as KIND=VALUE, such as region=SE",
                line()));
      }
    }
    Map<String, Node> given = new LinkedHashMap<>();
    found.forEach(
        (kind, values) ->
            given.put(
                kind, values.size() == 1 ? values.getFirst() : new Node.Items(values, line())));
    return fields(given);
  }

  private static Node word(String word) {
    return new Node.Text(word, true, line());
  }

  private static Node fields(Map<String, Node> nodes) {
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    nodes.forEach((key, node) -> fields.put(key, new Node.Field(line(), node)));
    return new Node.Fields(fields, line());
  }

  private static Where line() {
    return Where.file("command line");
  }

  private void show(PackSource source, Views view, Node.Fields values) {
    if (json) {
      Map<String, Object> tree = new LinkedHashMap<>();
      Map<String, Object> shown = new LinkedHashMap<>();
      values
          .fields()
          .forEach(
              (name, f) -> {
                if (view.shown().contains(name)) shown.put(name, Values.tree(f.value()));
              });
      tree.put("fields", shown);
      tree.putAll(new Answers(source).labelled(Trees.of(view), Cited.of(view)));
      tree.put("pack", source.pack().name());
      Json.print(tree, here.terminal().out());
      return;
    }
    print(view, source, here.terminal());
  }

  static void print(Views view, PackSource source, Terminal terminal) {
    Table table = new Table(terminal);
    Cited cited = new Cited(terminal, source);
    view.shown().forEach(f -> table.row(Tint.GOOD, f, "shown", "", ""));
    view.withheld()
        .forEach(
            (field, ids) ->
                table.row(
                    Tint.BAD,
                    field,
                    "withheld",
                    ids.isEmpty() ? "-" : ids.getFirst(),
                    ids.isEmpty()
                        ? "no clause speaks"
                        : cited.says(ids.getFirst()) + cited.label(ids.getFirst())));
    table.print();
    if (!view.acts().isEmpty()) terminal.line("  do: " + Cited.list(view.acts()));
  }
}
