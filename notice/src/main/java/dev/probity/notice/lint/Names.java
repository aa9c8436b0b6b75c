// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the notice calls the terms of a pack, and the rule on it. Stateless. */
final class Names {
  private Names() {}

  /** A word of the notice and the term it stands for. */
  record Alias(String term, String word, Section section) {}

  /** Aliases in {@code vocabulary} and at recipients, in every language. */
  static List<Alias> aliases(PackSource source) {
    List<Alias> aliases = new ArrayList<>();
    for (Section section : source.section("recipients")) {
      languages(section.name(), section.node(), "alias", section, aliases);
    }
    for (Section section : source.section("vocabulary")) {
      if (!section.name().equals("aliases")) continue;
      form(section.node())
          .each(
              (kind, terms) -> {
                if (terms instanceof Node.Fields fields)
                  form(fields)
                      .each(
                          (term, words) -> {
                            if (words instanceof Node.Fields byLanguage)
                              words(term, byLanguage, section, aliases);
                          });
              });
    }
    return aliases;
  }

  private static void languages(
      String term, Node.Fields node, String key, Section section, List<Alias> aliases) {
    form(node)
        .get(key)
        .ifPresent(
            n -> {
              if (n instanceof Node.Fields byLanguage) words(term, byLanguage, section, aliases);
            });
  }

  private static void words(
      String term, Node.Fields byLanguage, Section section, List<Alias> aliases) {
    Form form = form(byLanguage);
    for (String language : byLanguage.fields().keySet())
      form.words(language).forEach(word -> aliases.add(new Alias(term, word, section)));
  }

  private static Form form(Node.Fields node) {
    return new Form(node, "aliases", new ArrayList<>());
  }

  /** {@code alias-unresolved}: one word of the notice stands for two terms. */
  static List<Found> ambiguous(PackSource source) {
    Map<String, List<Alias>> byWord = new TreeMap<>();
    for (Alias alias : aliases(source)) {
      String word = alias.word().toLowerCase(Locale.ROOT);
      byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(alias);
    }
    List<Found> found = new ArrayList<>();
    byWord.forEach(
        (word, aliases) -> {
          Set<String> meant = new TreeSet<>();
          aliases.forEach(a -> meant.add(a.term()));
          if (meant.size() < 2) return;
          List<String> names = new ArrayList<>(List.of(word));
          names.addAll(meant);
          found.add(
              new Found(
                  names,
                  "`" + word + "` stands for `" + String.join("` and for `", meant) + "`",
                  "let each word of the notice stand for one term",
                  aliases.getFirst().section().where()));
        });
    return found;
  }
}
