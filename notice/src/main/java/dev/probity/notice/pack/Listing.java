// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.fault.Where;
import dev.probity.kernel.term.Tree;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a law enumerates, each item beside the terms that stand for it: the identifiers of a safe
 * harbor, the grounds of a disclosure. Immutable.
 *
 * @param id the law and the list: {@code hipaa.safe-harbor}
 * @param cite where the law has it
 * @param of the section of the vocabulary its terms are in: {@code data}, {@code evidence}
 * @param says what goes for all items, in our words
 * @param items in the order written
 */
public record Listing(
    String id,
    String cite,
    String of,
    Parameter.Confidence confidence,
    String says,
    List<Item> items,
    Where where) {
  public Listing {
    items = List.copyOf(items);
  }

  /**
   * One thing listed. Immutable.
   *
   * @param key the law's letter or number, else our name
   * @param says what it is, in our words
   * @param terms what it covers, whatever the value, with all below
   * @param partly what it covers at some values only
   * @param stays what of it the law lets stand; empty for nothing
   */
  public record Item(
      String key, String cite, String says, Set<String> terms, Set<String> partly, String stays) {}

  public boolean verified() {
    return confidence == Parameter.Confidence.V;
  }

  /** The citation, with "unverified" where nobody checked the list against the text. */
  public String label() {
    return verified() ? cite : cite + " (unverified)";
  }

  /** All terms that are covered whatever their value. */
  public Set<String> terms() {
    return items.stream().flatMap(i -> i.terms().stream()).collect(Collectors.toSet());
  }

  /**
   * The fields of a record that the list covers, each with its items: at or below a term, or so
   * wide that a term lies within. Costs fields times terms.
   */
  public Map<String, List<Item>> covered(Collection<String> fields, Tree tree) {
    return among(fields, tree, Item::terms);
  }

  /** The fields that only some values bring under the list: somebody looks at the value. */
  public Map<String, List<Item>> partly(Collection<String> fields, Tree tree) {
    return among(fields, tree, Item::partly);
  }

  private Map<String, List<Item>> among(
      Collection<String> fields, Tree tree, Function<Item, Set<String>> terms) {
    Map<String, List<Item>> found = new TreeMap<>();
    for (String field : fields) {
      List<Item> by =
          items.stream()
              .filter(i -> terms.apply(i).stream().anyMatch(t -> tree.overlaps(field, t)))
              .toList();
      if (!by.isEmpty()) found.put(field, by);
    }
    return found;
  }
}
