// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Duties;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.decide.Views;
import dev.probity.notice.TinyPack;
import dev.probity.notice.lint.Lint;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.yaml.Node;
import dev.probity.notice.yaml.YamlPrinter;
import dev.probity.notice.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No order in a pack means anything: every list and every map of every file shuffled, neither the
 * digest nor an answer nor a finding changes. Only the columns of a table keep their order, which
 * is that of the letters in its rows, and the steps of a flow theirs, which is that in time.
 */
class ShuffleLawTest {
  private static final Path PACKS =
      Path.of(System.getProperty("probity.root", "..")).resolve("packs");

  private static final Set<String> IN_ORDER = Set.of("columns", "steps");

  private final Random random = new Random();

  @ParameterizedTest
  @CsvSource({"example, 12", "inogen, 2", "ombre, 3"})
  void shufflingAPackChangesNothing(String pack, int seeds) {
    PackFiles files = PackFiles.read(PACKS.resolve(pack), new ArrayList<>());
    PackSource asWritten = read(files);
    List<String> answers = answers(asWritten);
    List<String> findings = findings(asWritten);
    for (int seed = 0; seed < seeds; seed++) {
      random.setSeed(seed);
      PackSource shuffled = read(shuffled(files));

      assertEquals(asWritten.pack().digest(), shuffled.pack().digest(), "seed " + seed);
      assertEquals(answers, answers(shuffled), "seed " + seed);
      assertEquals(findings, findings(shuffled), "seed " + seed);
    }
  }

  @Test
  void theOrderOfColumnsIsPartOfTheMeaning() {
    String rows = "rows: {T-1: {data: net, disclose: \"y-\"}}";
    PackSource one = matrix("{columns: {A: supplier, B: advertiser}, " + rows + "}");
    PackSource other = matrix("{columns: {B: advertiser, A: supplier}, " + rows + "}");

    assertNotEquals(one.pack().digest(), other.pack().digest());
  }

  private static PackSource matrix(String matrix) {
    String clauses = "clauses: {T-1: {lines: \"1\", says: A., proof: kernel}}\n";
    return TinyPack.with(clauses + "matrix: [" + matrix + "]\n", "[]");
  }

  private static PackSource read(PackFiles files) {
    return switch (PackReader.read(files, TinyPack.LEXICON)) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
    };
  }

  private static List<String> answers(PackSource source) {
    Reference reference = new Reference(source.history());
    return source.scenarios().stream().map(s -> answer(s, source, reference)).sorted().toList();
  }

  private static String answer(Scenario scenario, PackSource source, Reference reference) {
    String answer =
        switch (scenario.ask()) {
          case Ask.Decide ask -> text(reference.decide(ask.question()));
          case Ask.View ask -> {
            Views views = Views.of(reference, ask.question(), ask.fields());
            yield new TreeSet<>(views.shown()) + " " + views.withheld() + " " + views.acts();
          }
          case Ask.Event ask -> Duties.on(ask.event(), source.pack(), ask.question()).toString();
          case Ask.Flow ask ->
              ask.steps().stream()
                  .map(s -> s.getClass().getSimpleName() + s.shown())
                  .toList()
                  .toString();
          case Ask.Elsewhere ask -> YamlPrinter.printUnordered(ask.steps());
        };
    return new TreeSet<>(scenario.keeps()) + " " + answer;
  }

  private static String text(Decision d) {
    return d.effect() + " " + d.because() + d.almost() + d.acts() + d.remedies() + d.elements();
  }

  private static List<String> findings(PackSource source) {
    return Lint.run(source, Optional.empty()).findings().stream()
        .map(f -> f.rule() + " " + f.at() + " " + f.sentence())
        .sorted()
        .toList();
  }

  private PackFiles shuffled(PackFiles files) {
    Map<String, String> texts = new TreeMap<>();
    files
        .texts()
        .forEach(
            (name, text) ->
                texts.put(name, name.matches("(.*/)?trace[.].*") ? text : shuffled(name, text)));
    return new PackFiles(files.folder(), texts);
  }

  private String shuffled(String name, String text) {
    Node node = YamlReader.read(name, text, new ArrayList<>()).orElseThrow();
    StringBuilder out = new StringBuilder();
    print(node, out, false);
    return out.toString();
  }

  /** As one line of JSON in a new order; {@code kept} where the order means something. */
  private void print(Node node, StringBuilder out, boolean kept) {
    switch (node) {
      case Node.Text text -> out.append(YamlPrinter.print(text));
      case Node.Items items -> {
        List<Node> all = new ArrayList<>(items.items());
        if (!kept) Collections.shuffle(all, random);
        out.append('[');
        for (Node item : all) {
          print(item, out, false);
          out.append(", ");
        }
        out.append(']');
      }
      case Node.Fields fields -> {
        List<Map.Entry<String, Node.Field>> all = new ArrayList<>(fields.fields().entrySet());
        if (!kept) Collections.shuffle(all, random);
        out.append('{');
        for (var entry : all) {
          out.append(YamlPrinter.print(new Node.Text(entry.getKey(), false, node.where())));
          out.append(": ");
          print(entry.getValue().value(), out, IN_ORDER.contains(entry.getKey()));
          out.append(", ");
        }
        out.append('}');
      }
    }
  }
}
