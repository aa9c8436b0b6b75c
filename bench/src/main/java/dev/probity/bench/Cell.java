// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing to measure. Immutable.
 *
 * @param method class and method of the benchmark
 * @param param its parameter's name
 * @param value and value
 */
record Cell(String method, String param, String value, int threads) {
  static final List<String> SIZES = List.of("60", "600", "6000");
  static final String HANDLES = "Deciding.handles";
  static final String FACTS = "Deciding.handlesAndFacts";
  static final String NAMES = "Deciding.names";
  static final String REFERENCE = "Deciding.reference";
  static final String CASBIN = "Deciding.casbin";
  static final String LOAD = "Loading.load";

  static Cell of(String method, String clauses) {
    return new Cell(method, "clauses", clauses, 1);
  }

  static Cell twice(String method, String clauses) {
    return new Cell(method, "clauses", clauses, 2);
  }

  static Cell real(String method, String folder) {
    return new Cell("RealPack." + method, "folder", folder, 1);
  }

  /** In the order in which they are measured: what is compared stands close together. */
  static List<Cell> all(List<String> folders) {
    List<Cell> cells = new ArrayList<>();
    for (String size : SIZES) {
      for (String door : List.of(HANDLES, FACTS, NAMES, CASBIN, REFERENCE, LOAD)) {
        cells.add(of(door, size));
      }
    }
    for (String size : List.of("60", "6000")) {
      cells.add(of(HANDLES, size));
      cells.add(twice(HANDLES, size));
    }
    for (String folder : folders) {
      cells.add(real("compiled", folder));
      cells.add(real("reference", folder));
    }
    return cells.stream().distinct().toList();
  }
}
