// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.engine.CompiledPack;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From parsed clauses in memory to an engine that is ready to decide. */
@State(Scope.Thread)
public class Loading {
  @Param({"60", "600", "6000"})
  public int clauses;

  private Pack pack;

  @Setup
  @Initializer
  public void prepare() {
    pack = Generated.of(clauses).pack();
  }

  @Benchmark
  public CompiledPack load() {
    return CompiledPack.of(pack);
  }
}
