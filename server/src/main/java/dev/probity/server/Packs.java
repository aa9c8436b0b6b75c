// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.PackFiles;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.ReadBefore;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.vocabulary.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The controllers in {@code packs/}: each folder that holds a pack is one. What decides is read at
 * once, and a pack's scenarios when somebody asks for them. Immutable.
 */
record Packs(Map<String, PackSource> sources, List<Fault> faults) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /** Reads them all. Places are named from the project, so that no answer tells where it lies. */
  static Packs read(Path home, Lexicon lexicon) {
    List<Fault> faults = new ArrayList<>();
    Map<String, PackSource> sources = new TreeMap<>();
    ReadBefore before = new ReadBefore();
    for (String name : names(home)) {
      PackFiles there = PackFiles.read(home.resolve("packs").resolve(name), faults);
      PackFiles files = new PackFiles("packs/" + name, there.texts());
      switch (PackReader.read(files.withoutScenarios(), lexicon, before)) {
        case PackReader.Outcome.Read read ->
            sources.put(name, read.source().with(new Scenarios(() -> of(files, lexicon))));
        case PackReader.Outcome.Faulty faulty -> faults.addAll(faulty.faults());
      }
    }
    return new Packs(sources, faults);
  }

  /**
   * None where they have mistakes: those are for `check` to say, and keep no server from serving.
   */
  private static List<Scenario> of(PackFiles files, Lexicon lexicon) {
    return PackReader.read(files, lexicon) instanceof PackReader.Outcome.Read read
        ? read.source().scenarios()
        : List.of();
  }

  static Fault none(Path home) {
    return new Fault(
        "PRB-U002",
        "there is no pack here, so there is no controller to speak for",
        "put a pack's folder into packs/",
        Where.file(home.resolve("packs").toString()));
  }

  static List<String> names(Path home) {
    try (Stream<Path> folders = Files.list(home.resolve("packs"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pack.yaml")))
          .map(folder -> folder.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
