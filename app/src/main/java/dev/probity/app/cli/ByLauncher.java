// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The two commands that the launcher runs itself; here only their help. */
final class ByLauncher {
  private ByLauncher() {}

  @Command(
      name = "bench",
      description = {
        "Measure decisions, loading and coverage on this machine (JMH; takes minutes).",
        "Further words go to the benchmark runner. How to read the figures: docs/performance.md."
      },
      footer = "  ./probity bench")
  static final class Bench extends Helped implements Callable<Integer> {
    @Override
    public Integer call() {
      return Exit.WRONG_USE;
    }
  }

  @Command(
      name = "test",
      description = {
        "List missing programs, then run every test (mvn verify).",
        "Further words go to Maven."
      },
      footer = "  ./probity test")
  static final class Test extends Helped implements Callable<Integer> {
    @Override
    public Integer call() {
      return Exit.WRONG_USE;
    }
  }
}
