// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.term;

import java.util.Map;

/**
 * The terms a pack may use: one tree per dimension, the tree of evidence kinds, the floors of data
 * elements, and regions. Immutable.
 */
public record Vocabulary(
    Map<Dimension, Tree> trees, Tree evidence, Map<String, Floor> floors, Regions regions) {
  /** An element nobody described is treated as the most protected there is. */
  private static final Floor HIGHEST = new Floor(DataClass.PHI, Map.of());

  public Vocabulary {
    trees = Map.copyOf(trees);
    floors = Map.copyOf(floors);
  }

  public Tree tree(Dimension dimension) {
    return trees.getOrDefault(dimension, Tree.EMPTY);
  }

  /** The floor of the element or of its nearest ancestor that has one. */
  public Floor floor(String element) {
    Tree data = tree(Dimension.DATA);
    for (String at = element; !at.isEmpty(); at = data.parents().getOrDefault(at, "")) {
      Floor floor = floors.get(at);
      if (floor != null) return floor;
    }
    return HIGHEST;
  }
}
