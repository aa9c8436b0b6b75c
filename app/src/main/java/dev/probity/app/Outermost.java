// SPDX-License-Identifier: Apache-2.0
package dev.probity.app;

import dev.probity.app.cli.Exit;
import dev.probity.app.cli.Surroundings;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The outermost catch: whatever goes wrong inside becomes fault PRB-A000 with a reference number,
 * and the details go to a file that bears it. They hold no message, since one may hold data.
 */
record Outermost(Surroundings here) {
  int run(Callable<Integer> command) {
    try {
      return command.call();
    } catch (Exception | StackOverflowError | OutOfMemoryError | ExceptionInInitializerError e) {
      here.terminal().faults(List.of(fault(e)));
      return Exit.WRONG_USE;
    }
  }

  private Fault fault(Throwable bug) {
    String reference = Long.toString(here.clock().millis(), 36).toUpperCase(java.util.Locale.ROOT);
    return new Fault(
        "PRB-A000",
        "something went wrong inside Probity; this is our mistake, not yours",
        "report it as an issue of the project with the reference "
            + reference
            + kept(reference, bug),
        Where.file("probity"));
  }

  private String kept(String reference, Throwable bug) {
    Path file = here.state().resolve("fault-" + reference + ".txt");
    try {
      Files.createDirectories(here.state());
      try (PrintWriter out =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        for (Throwable t = bug; t != null; t = t.getCause()) {
          out.println(t.getClass().getName());
          for (StackTraceElement step : t.getStackTrace()) out.println("  at " + step);
        }
      }
      return " and the file " + file;
    } catch (IOException e) {
      return " and what you did";
    }
  }
}
