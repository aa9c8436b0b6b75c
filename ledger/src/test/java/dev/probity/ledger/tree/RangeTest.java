// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeTest {
  /** Leaves and roots of sizes 0 to 8: transparency-dev/merkle, testonly/constants.go. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void growsThroughThePublishedRoots() {
    Range range = new Range();

    assertEquals(ROOTS.getFirst(), range.root().hex());
    for (int i = 0; i < LEAVES.size(); i++) {
      range.add(Merkle.leaf(HexFormat.of().parseHex(LEAVES.get(i))));
      assertEquals(ROOTS.get(i + 1), range.root().hex());
    }
  }

  @Test
  void isTheTreeOfTheDefinitionAtEverySizeAndCanBePutDownAndTakenUp() {
    List<Hash> leaves = Naive.leaves(300);
    Range range = new Range();

    for (int size = 1; size <= leaves.size(); size++) {
      range.add(leaves.get(size - 1));
      assertEquals(Naive.root(leaves.subList(0, size)), range.root(), "size " + size);
      range = new Range(range.size(), range.roots());
    }
    assertEquals(300, range.size());
  }

  @Test
  void takesUpNothingThatDoesNotFitItsSize() {
    Hash leaf = Merkle.leaf(new byte[0]);

    assertThrows(IllegalArgumentException.class, () -> new Range(3, List.of(leaf)));
    assertThrows(IllegalArgumentException.class, () -> new Range(-1, List.of(leaf)));
  }
}
