// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.kernel.fault.Where;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.yaml.Node;
import dev.probity.notice.yaml.YamlPrinter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The pack being written: its entries in order, each under a comment that says from where in which
 * manifest it came. One thread.
 */
final class Skeleton {
  private static final String HEAD =
      "# Made by `probity import fides`: what the manifests can ground. No notice stands behind it"
          + " yet.\n";

  private final Lexicon lexicon;
  private final Map<String, String> kept;
  private final StringBuilder clauses = new StringBuilder();
  private final Map<String, StringBuilder> sections = new TreeMap<>();
  private final Map<String, String> recipients = new LinkedHashMap<>();
  private final Map<String, Map<String, Set<String>>> aliases = new TreeMap<>();
  private final Set<String> collected = new TreeSet<>();
  private final Set<String> needed = new TreeSet<>();
  private int rows;

  /**
   * @param kept where each manifest lies within the pack, by its name in faults
   */
  Skeleton(Lexicon lexicon, Map<String, String> kept) {
    this.lexicon = lexicon;
    this.kept = kept;
  }

  /** A row of its own; the lines are its fields. */
  String row(Where from, String path, String says, String proof, String... lines) {
    String id = next();
    rows++;
    head(id, from, path);
    clauses.append("    says: ").append(quoted(says)).append('\n');
    clauses.append("    proof: ").append(proof).append('\n');
    for (String line : lines) clauses.append("    ").append(line).append('\n');
    return id;
  }

  /** A second entry of a row. */
  void second(String row, char letter, Where from, String path, String says, String... lines) {
    head(row + letter, from, path);
    clauses.append("    row: ").append(row).append('\n');
    clauses.append("    says: ").append(quoted(says)).append('\n');
    for (String line : lines) clauses.append("    ").append(line).append('\n');
  }

  private void head(String id, Where from, String path) {
    clauses.append("  # ").append(comment(from, path)).append("\n  ").append(id).append(":\n");
  }

  /** One line of a section other than clauses. */
  void section(String name, Where from, String path, String line) {
    sections
        .computeIfAbsent(name, n -> new StringBuilder(n + ":\n"))
        .append("  # ")
        .append(comment(from, path))
        .append("\n  ")
        .append(line)
        .append('\n');
  }

  /** A recipient of the pack's own under a known one; the name by which clauses call it. */
  String recipient(String key, String under, Where from, String path) {
    String name = key.replaceAll("[^a-zA-Z0-9_-]", "-");
    if (lexicon.knows("recipient", name)) name = "fides-" + name;
    recipients.putIfAbsent(
        name, "  # " + comment(from, path) + "\n  " + quoted(name) + ": {under: " + under + "}\n");
    return quoted(name);
  }

  void alias(String section, String term, String word) {
    aliases
        .computeIfAbsent(section, s -> new TreeMap<>())
        .computeIfAbsent(term, t -> new TreeSet<>())
        .add(word);
  }

  /** The id that the next row will have. */
  String next() {
    return "FID-%03d".formatted(rows + 1);
  }

  void collected(Set<String> terms) {
    collected.addAll(terms);
  }

  /** Data that an entry uses or gives away, and that something has to collect. */
  void needs(Set<String> terms) {
    needed.addAll(terms);
  }

  /** Of what is needed that which nothing collects, neither it nor what it lies in. */
  Set<String> uncollected() {
    Tree data = lexicon.tree("data");
    Set<String> rest = new TreeSet<>(needed);
    rest.removeIf(term -> data.withinAny(term, collected));
    return rest;
  }

  boolean empty() {
    return rows == 0;
  }

  /** The files of the pack by path. */
  Map<String, String> files(String id, LocalDate day, String controller) {
    Map<String, String> files = new TreeMap<>();
    StringBuilder pack = new StringBuilder(HEAD);
    pack.append("pack:\n  id: ").append(quoted(id));
    pack.append("\n  version: ").append(day).append("\n  in-force: ").append(day);
    pack.append("\n  controller: ").append(quoted(controller)).append("\n  languages: [en]\n");
    if (!aliases.isEmpty()) {
      pack.append("\nvocabulary:\n  aliases:\n");
      aliases.forEach(
          (section, terms) -> {
            pack.append("    ").append(section).append(":\n");
            terms.forEach(
                (term, words) ->
                    pack.append("      " + term + ": {en: " + quotedList(words) + "}\n"));
          });
    }
    if (!recipients.isEmpty()) {
      pack.append("\nrecipients:\n");
      recipients.values().forEach(pack::append);
    }
    files.put("pack.yaml", pack.toString());
    if (rows > 0) files.put("clauses.yaml", HEAD + "clauses:\n" + clauses);
    sections.forEach((name, text) -> files.put(name + ".yaml", HEAD + text));
    return files;
  }

  private String comment(Where from, String path) {
    String file = kept.getOrDefault(from.file(), from.file());
    return plain(new Where(file, from.line(), from.column()) + "  " + path);
  }

  /** What may stand in a comment: nothing that ends the line. */
  static String plain(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || !Character.isDefined(c) || line(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean line(int c) {
    return c == 0x2028 || c == 0x2029 || c == 0xfeff || (c >= 0xd800 && c <= 0xdfff);
  }

  static String list(Collection<String> terms) {
    return terms.size() == 1 ? terms.iterator().next() : "[" + String.join(", ", terms) + "]";
  }

  static String quoted(String text) {
    return YamlPrinter.print(new Node.Text(text, false, Where.file("")));
  }

  private static String quotedList(Collection<String> words) {
    return "[" + String.join(", ", words.stream().map(Skeleton::quoted).toList()) + "]";
  }
}
