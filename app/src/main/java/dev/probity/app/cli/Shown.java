// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The token that a command shows to a server: from a file or from the environment, since whatever
 * stands in a command line or an address is seen by others.
 */
final class Shown {
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4096}");

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Holds the token to show; else PROBITY_TOKEN does.")
  private @Nullable String file;

  /** Null where there is none; a reason among the faults where it is none. */
  @Nullable String token(Surroundings here, List<Fault> faults) {
    String text = System.getenv("PROBITY_TOKEN");
    if (file != null) text = InputFile.text(file, here.in(), faults).orElse(null);
    if (text == null || file == null && text.isBlank()) return null;
    String token = text.strip();
    if (TOKEN.matcher(token).matches()) return token;
    faults.add(
        new Fault(
            "PRB-A023",
            "this is no token",
            "give the one line that `./probity token create` printed",
            Where.file(file == null ? "PROBITY_TOKEN" : file)));
    return null;
  }
}
