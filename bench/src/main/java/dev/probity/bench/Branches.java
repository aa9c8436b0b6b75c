// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.term.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An invented tree of two floors below an optional root: branches, each with leaves. Immutable. */
record Branches(Tree tree, List<String> branches, List<String> leaves, Map<String, String> branch) {
  static Branches of(String root, String stem, int branches, int leavesEach) {
    Map<String, String> parents = new HashMap<>();
    Map<String, String> branchOf = new HashMap<>();
    List<String> tops = new ArrayList<>();
    List<String> leaves = new ArrayList<>();
    if (!root.isEmpty()) parents.put(root, "");
    for (int b = 1; b <= branches; b++) {
      String top = stem + "." + b;
      tops.add(top);
      parents.put(top, root);
      for (int l = 1; l <= leavesEach; l++) {
        String leaf = top + ".kind-" + l;
        leaves.add(leaf);
        parents.put(leaf, top);
        branchOf.put(leaf, top);
      }
    }
    return new Branches(new Tree(parents), tops, leaves, branchOf);
  }
}
