// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws of printing and reading, a thousand seeds each. */
class YamlLawsTest {
  private static final int SEEDS = 1_000;
  private static final Where HERE = Where.file("law");

  private static final List<String> PIECES =
      List.of(
          "a",
          "on",
          "no",
          "null",
          "~",
          "1",
          "0x1F",
          "1e3",
          "2024-01-01",
          "true",
          ": ",
          " #",
          "- ",
          "&",
          "*",
          "!",
          "|",
          ">",
          "'",
          "\"",
          "\\",
          "\n",
          "\r",
          "\t",
          " ",
          "{",
          "}",
          "[",
          "]",
          ",",
          "?",
          "%",
          "@",
          "`",
          "å",
          "ß",
          "…",
          "𝄞",
          "\u0007",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "---",
          "...",
          "<<",
          "=");

  private final Random random = new Random();

  @Test
  void readingWhatWasPrintedGivesTheSameTree() {
    for (long seed = 0; seed < SEEDS; seed++) {
      random.setSeed(seed);
      Node tree = tree(4);
      List<Fault> faults = new ArrayList<>();
      String printed = YamlPrinter.print(tree);

      Optional<Node> read = YamlReader.read("law", printed, faults);

      assertEquals(List.of(), faults, "seed " + seed + "\n" + printed);
      assertEquals(bare(tree), bare(read.orElseThrow()), "seed " + seed + "\n" + printed);
      assertEquals(printed, YamlPrinter.print(read.orElseThrow()), "seed " + seed);
    }
  }

  @Test
  void whatMeansTheSamePrintsTheSame() {
    for (long seed = 0; seed < SEEDS; seed++) {
      random.setSeed(seed);
      Node tree = tree(4);
      Node shuffled = shuffled(tree);

      assertEquals(
          YamlPrinter.printUnordered(tree), YamlPrinter.printUnordered(shuffled), "seed " + seed);
    }
  }

  @Test
  void noTextMakesTheReaderThrow() {
    int read = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      random.setSeed(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) text.append(piece());
      List<Fault> faults = new ArrayList<>();
      Optional<Node> node = YamlReader.read("fuzz", text.toString(), faults);

      assertTrue(node.isPresent() || !faults.isEmpty(), "seed " + seed + ": " + text);
      for (Fault f : faults) assertTrue(f.code().matches("PRB-N00[2-6]"), "seed " + seed + f);
      if (node.isPresent()) read++;
    }
    assertTrue(read > SEEDS / 20, "some texts are YAML: " + read);
  }

  private Node tree(int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(3);
    int size = random.nextInt(5);
    if (kind == 1) {
      List<Node> items = new ArrayList<>();
      for (int i = 0; i < size; i++) items.add(tree(depth - 1));
      return new Node.Items(items, HERE);
    }
    if (kind == 2) {
      Map<String, Node.Field> fields = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) fields.put(text(), new Node.Field(HERE, tree(depth - 1)));
      return new Node.Fields(fields, HERE);
    }
    return new Node.Text(text(), false, HERE);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) text.append(piece());
    return text.toString();
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  private Node shuffled(Node node) {
    return switch (node) {
      case Node.Text text -> text;
      case Node.Items items -> {
        List<Node> all = new ArrayList<>(items.items().stream().map(this::shuffled).toList());
        Collections.shuffle(all, random);
        yield new Node.Items(all, HERE);
      }
      case Node.Fields fields -> {
        List<String> names = new ArrayList<>(fields.fields().keySet());
        Collections.shuffle(names, random);
        Map<String, Node.Field> all = new LinkedHashMap<>();
        for (String name : names) {
          Node.Field field = fields.fields().get(name);
          if (field != null) all.put(name, new Node.Field(HERE, shuffled(field.value())));
        }
        yield new Node.Fields(all, HERE);
      }
    };
  }

  /** The tree without its places and quotes. */
  private static Object bare(Node node) {
    return switch (node) {
      case Node.Text text -> text.value();
      case Node.Items items -> items.items().stream().map(YamlLawsTest::bare).toList();
      case Node.Fields fields -> {
        Map<String, Object> bare = new LinkedHashMap<>();
        fields.fields().forEach((k, v) -> bare.put(k, bare(v.value())));
        yield bare;
      }
    };
  }
}
