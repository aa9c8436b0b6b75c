// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.vocabulary.Word;
import dev.probity.notice.yaml.Nearest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From the keys of fideslang to the terms of one section of the vocabulary, by the {@code fides}
 * links that its words carry. A key that is not linked is taken as the nearest key above it. One
 * thread; a look-up costs the length of the key.
 */
final class Dictionary {
  private final Tree tree;
  private final String what;
  private final Set<String> roots;
  private final Notes notes;
  private final Map<String, Set<String>> linked = new TreeMap<>();
  private final Map<String, String> own = new HashMap<>();

  /**
   * @param what a key of this kind, for a person: "data category"
   * @param roots first parts of fideslang's own keys; what lies below them is known to exist
   */
  Dictionary(Lexicon lexicon, String section, String what, Set<String> roots, Notes notes) {
    this.tree = lexicon.tree(section);
    this.what = what;
    this.roots = roots;
    this.notes = notes;
    for (Word word : lexicon.section(section).values()) {
      String key = word.links().get("fides");
      if (key != null) linked.computeIfAbsent(key, k -> new TreeSet<>()).add(word.key());
    }
    linked.replaceAll((key, terms) -> highest(terms));
  }

  /** A key that a manifest declares itself, under one that is known. */
  void declare(String key, String parent) {
    own.put(key, parent);
  }

  /** Whether the key is linked to exactly one term. */
  Optional<String> one(String key) {
    Set<String> terms = linked.getOrDefault(key, Set.of());
    return terms.size() == 1 ? Optional.of(terms.iterator().next()) : Optional.empty();
  }

  boolean knows(String key) {
    return nearestAbove(key).isPresent();
  }

  /** The terms that a key means; none, and said so, where no word comes near it. */
  Set<String> terms(String key, Where where) {
    Optional<String> near = nearestAbove(key);
    if (near.isEmpty()) {
      unknown(key, where);
      return Set.of();
    }
    Set<String> terms = linked.getOrDefault(near.get(), Set.of());
    if (!near.get().equals(key))
      notes.guessed(
          "the " + what + " `" + key + "` has no word here; taken as `" + near.get() + "`",
          "name a narrower term in the pack if one fits (`./probity terms`)",
          where);
    if (terms.size() > 1)
      notes.guessed(
          "the " + what + " `" + key + "` is divided here: " + String.join(", ", terms),
          "keep of them what is meant",
          where);
    return terms;
  }

  /** The key itself or the longest part of it that is linked, by way of declared parents. */
  private Optional<String> nearestAbove(String key) {
    String at = key;
    for (int steps = 0; !at.isEmpty() && steps < 100; steps++) {
      if (linked.containsKey(at)) return Optional.of(at);
      int dot = at.lastIndexOf('.');
      at = own.getOrDefault(at, dot < 0 ? "" : at.substring(0, dot));
    }
    return Optional.empty();
  }

  private void unknown(String key, Where where) {
    String root = key.indexOf('.') < 0 ? key : key.substring(0, key.indexOf('.'));
    if (roots.contains(root) || own.containsKey(key)) {
      notes.dropped(
          "the " + what + " `" + key + "` has no word here",
          "find one with `./probity terms`, and write it into the clauses that need it",
          where);
      return;
    }
    notes
        .faults()
        .add(
            new Fault(
                "PRB-N112",
                "`" + key + "` is no " + what + " of Fides and none that a manifest declares",
                Nearest.of(key, linked.keySet())
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("correct it, or declare it under `" + what.replace(' ', '_') + "`"),
                where));
  }

  /** Of terms that stand one inside the other only the outer ones. */
  Set<String> highest(Set<String> terms) {
    Set<String> highest = new TreeSet<>(terms);
    highest.removeIf(term -> terms.stream().anyMatch(o -> !o.equals(term) && tree.within(term, o)));
    return highest;
  }
}
