// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Pack;
import java.util.List;

/**
 * One version of a notice, with its overlays, compiled. Answers as {@code Reference.of(pack)} does;
 * a history of versions and its pins need {@link Compiled}. Immutable; share it between threads.
 */
public final class CompiledPack extends Engine {
  private final Edition edition;

  private CompiledPack(EditionCompiler compiler, Edition edition) {
    super(compiler);
    this.edition = edition;
  }

  /** Compiles; costs milliseconds, most of them for the cells. */
  public static CompiledPack of(Pack pack) {
    return of(pack, Cells.Budget.USUAL);
  }

  static CompiledPack of(Pack pack, Cells.Budget budget) {
    EditionCompiler compiler = new EditionCompiler(List.of(pack), List.of(), budget);
    Edition edition = compiler.compile(pack);
    return new CompiledPack(compiler, edition);
  }

  @Override
  List<Edition> all() {
    return List.of(edition);
  }

  @Override
  boolean choose(Asking question, FactTable facts) {
    return edition.pack().inForce().compareTo(question.at) <= 0;
  }

  @Override
  int judge(Asking question, FactTable facts) {
    return edition.judge(question, facts);
  }

  @Override
  Found explain(Asking question, FactTable facts) {
    return Found.of(edition, question, facts);
  }

  @Override
  String deciding(Asking question) {
    return edition.pack().name();
  }
}
