// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders of packs that a command writes: all files are ready before the first is in place. */
final class PackFolder {
  private PackFolder() {}

  /** Whether writing there could take something away. */
  static boolean occupied(Path folder) {
    if (!Files.isDirectory(folder)) return Files.exists(folder);
    try (Stream<Path> within = Files.list(folder)) {
      return within.findAny().isPresent();
    } catch (IOException e) {
      return true;
    }
  }

  static void write(Path folder, Map<String, String> files, List<Fault> faults) {
    Path absolute = folder.toAbsolutePath().normalize();
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    try {
      clear(part);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = part.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      if (occupied(absolute)) move(part, absolute, files);
      else Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
      clear(part);
    } catch (IOException e) {
      faults.add(
          new Fault(
              "PRB-A010",
              "`" + folder + "` cannot be written",
              "check that the folder above it is there and that you may write to it",
              Where.file(folder.toString())));
    }
  }

  private static void move(Path from, Path to, Map<String, String> files) throws IOException {
    for (String file : files.keySet()) {
      Path target = to.resolve(file);
      Files.createDirectories(target.getParent());
      Files.move(from.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> within = Files.walk(folder)) {
      for (Path path : within.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }
}
