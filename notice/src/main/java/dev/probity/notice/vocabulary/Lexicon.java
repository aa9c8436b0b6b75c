// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.vocabulary;

import dev.probity.kernel.term.Floor;
import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The shared vocabulary: the terms of every section by name, and what decisions need of them.
 * Immutable; share it.
 *
 * @param sections terms per section ({@code data}, {@code purpose}, ...), sorted by key
 * @param floors lowest data classes by element
 * @param prefixes IRI of each CURIE prefix
 */
public record Lexicon(
    Map<String, Map<String, Word>> sections,
    Map<String, Floor> floors,
    Map<String, String> prefixes) {
  public Map<String, Word> section(String name) {
    return sections.getOrDefault(name, Map.of());
  }

  public boolean knows(String section, String term) {
    return section(section).containsKey(term);
  }

  public Tree tree(String section) {
    return tree(section, Map.of());
  }

  /** The section's tree with a pack's own terms added. */
  public Tree tree(String section, Map<String, String> added) {
    Map<String, String> parents = new HashMap<>();
    section(section).forEach((key, word) -> parents.put(key, word.parent()));
    parents.putAll(added);
    return new Tree(parents);
  }

  public Regions regions() {
    Map<String, Set<String>> sets = new TreeMap<>();
    section("region")
        .forEach(
            (key, word) -> {
              if (!word.members().isEmpty()) sets.put(key, word.members());
            });
    return new Regions(sets);
  }
}
