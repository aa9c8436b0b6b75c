// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.app.extract.Extract;
import dev.probity.app.extract.Extractor;
import dev.probity.app.extract.Limits;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.PackSource;
import dev.probity.web.publish.Notices;
import dev.probity.web.publish.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of notices in a folder, each given to the pack whose trace it is, by its sentences and
 * not by its name. Immutable.
 */
record Texts(Notices notices, List<Fault> faults) {
  private static final Pattern TEXT = Pattern.compile("(?i).*\\.(txt|md|html?|pdf)");

  /**
   * @param folder empty for none
   */
  static Texts read(String folder, Packs packs, InstantSource clock) {
    if (folder.isEmpty()) return new Texts(Notices.NONE, List.of());
    List<Fault> faults = new ArrayList<>();
    Map<String, List<Published>> found = new TreeMap<>();
    Extractor extractor = new Extractor(Limits.USUAL, clock);
    for (Path file : files(folder, faults)) {
      switch (extractor.read(file, file.toString())) {
        case Extract.Refused refused -> faults.add(refused.fault());
        case Extract.Text text ->
            packs
                .sources()
                .forEach(
                    (name, source) -> {
                      for (PackSource version : source.versions())
                        Published.of(version, text.notice(), sha256(file))
                            .ifPresent(
                                p -> found.computeIfAbsent(name, n -> new ArrayList<>()).add(p));
                    });
      }
    }
    return new Texts(new Notices(found), faults);
  }

  private static List<Path> files(String folder, List<Fault> faults) {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .filter(f -> TEXT.matcher(f.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      faults.add(
          new Fault(
              "PRB-W038",
              "the folder of notices cannot be read",
              "name a folder after --notices that holds texts of notices",
              Where.file(folder)));
      return List.of();
    }
  }

  private static String sha256(Path file) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
