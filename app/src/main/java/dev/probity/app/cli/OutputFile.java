// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that a command writes: whole or not at all. */
final class OutputFile {
  private OutputFile() {}

  static void write(Path file, String text, List<Fault> faults) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(part, text);
      Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      faults.add(
          new Fault(
              "PRB-A010",
              "`" + file + "` cannot be written",
              "check that its folder is there and that you may write to it",
              Where.file(file.toString())));
    }
  }
}
