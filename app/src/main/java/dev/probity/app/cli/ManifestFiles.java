// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.fides.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The manifests that a person names, files or folders of them. */
final class ManifestFiles {
  private static final int LARGEST = 8_000_000;
  private static final int MOST = 2_000;
  private static final int DEEPEST = 8;

  private ManifestFiles() {}

  static List<Manifest> read(List<Path> named, List<Fault> faults) {
    List<Manifest> manifests = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Path path : named) {
      List<Path> files = files(path, faults);
      for (Path file : files) read(file, taken, manifests, faults);
    }
    return manifests;
  }

  private static List<Path> files(Path path, List<Fault> faults) {
    if (!Files.isDirectory(path)) return List.of(path);
    try (Stream<Path> within = Files.walk(path, DEEPEST)) {
      List<Path> files =
          within
              .filter(f -> f.toString().matches(".*\\.ya?ml") && Files.isRegularFile(f))
              .limit(MOST)
              .sorted()
              .toList();
      if (files.isEmpty())
        faults.add(
            fault(
                "PRB-A002",
                "no *.yml or *.yaml file lies in `" + path + "`",
                "check the path",
                path));
      return files;
    } catch (IOException | UncheckedIOException e) {
      faults.add(fault("PRB-A003", "`" + path + "` cannot be read", "check its permissions", path));
      return List.of();
    }
  }

  private static void read(
      Path file, Set<String> taken, List<Manifest> manifests, List<Fault> faults) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        faults.add(fault("PRB-A004", "the file is larger than 8 MB", "split the manifest", file));
        return;
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.startsWith("\uFEFF")) text = text.substring(1);
      manifests.add(new Manifest(file.toString(), kept(file, taken), text));
    } catch (CharacterCodingException e) {
      faults.add(fault("PRB-A005", "the file is not UTF-8 text", "save it as UTF-8", file));
    } catch (IOException e) {
      faults.add(
          Files.exists(file)
              ? fault("PRB-A003", "`" + file + "` cannot be read", "check its permissions", file)
              : fault("PRB-A002", "there is no file `" + file + "`", "check the path", file));
    }
  }

  /** Not `.yaml`: what ends so within a pack is read as a part of it. */
  private static String kept(Path file, Set<String> taken) {
    String name = file.getFileName().toString().replaceAll("\\.ya?ml$", "");
    String free = name;
    for (int i = 2; !taken.add(free); i++) free = name + "-" + i;
    return "fides/" + free + ".yml";
  }

  private static Fault fault(String code, String sentence, String fix, Path file) {
    return new Fault(code, sentence, fix, Where.file(file.toString()));
  }
}
