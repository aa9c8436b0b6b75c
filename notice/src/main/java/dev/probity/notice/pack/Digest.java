// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.notice.yaml.Node;
import dev.probity.notice.yaml.YamlPrinter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names the exact content of a pack: SHA-256 over its sections printed canonically, scenarios and
 * assertions left out. Order in files, lists and maps does not change it, but for a matrix's
 * columns. Stateless.
 */
final class Digest {
  /** 128 bits: enough that nobody finds two packs of one name. */
  private static final int SHOWN = 16;

  private static final Set<String> DECIDE_NOTHING = Set.of("scenarios", "assertions");

  private Digest() {}

  static String of(Map<String, Node> sections) {
    MessageDigest sha;
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    new TreeMap<>(sections)
        .forEach(
            (name, node) -> {
              if (DECIDE_NOTHING.contains(name)) return;
              Node meant = name.equals("matrix") ? numbered(node) : node;
              sha.update(
                  (name + ": " + YamlPrinter.printUnordered(meant) + "\n")
                      .getBytes(StandardCharsets.UTF_8));
            });
    return HexFormat.of().formatHex(sha.digest(), 0, SHOWN);
  }

  /**
   * The letters of a row stand in the order of the columns, so that order is part of the meaning.
   */
  private static Node numbered(Node node) {
    return switch (node) {
      case Node.Text text -> text;
      case Node.Items items ->
          new Node.Items(items.items().stream().map(Digest::numbered).toList(), items.where());
      case Node.Fields fields -> {
        Map<String, Node.Field> all = new TreeMap<>(fields.fields());
        all.computeIfPresent(
            "columns", (key, f) -> new Node.Field(f.key(), withNumbers(f.value())));
        yield new Node.Fields(all, fields.where());
      }
    };
  }

  private static Node withNumbers(Node columns) {
    if (!(columns instanceof Node.Fields fields)) return columns;
    Map<String, Node.Field> numbered = new TreeMap<>();
    fields.fields().forEach((label, field) -> numbered.put(numbered.size() + " " + label, field));
    return new Node.Fields(numbered, columns.where());
  }
}
