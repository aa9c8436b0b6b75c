// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.due;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.Parameter;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.yaml.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What all laws of a folder say in numbers, by the id of each record. Immutable. */
public record Statutes(SortedMap<String, Parameter> records) {
  /** Reads every pack in a folder; a law with mistakes adds its faults and nothing else. */
  public static Statutes read(Path folder, Lexicon lexicon, List<Fault> faults) {
    SortedMap<String, Parameter> records = new TreeMap<>();
    for (Path law : laws(folder, faults)) {
      switch (PackReader.read(law, lexicon)) {
        case PackReader.Outcome.Read read ->
            read.source().parameters().forEach(p -> records.put(p.id(), p));
        case PackReader.Outcome.Faulty faulty -> faults.addAll(faulty.faults());
      }
    }
    return new Statutes(records);
  }

  private static List<Path> laws(Path folder, List<Fault> faults) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      faults.add(
          new Fault(
              "PRB-N001",
              "the folder of statutes cannot be read",
              "put the laws' packs into packs/statutes/",
              Where.file(folder.toString())));
      return List.of();
    }
  }

  /** The record of that id, or a fault that names the nearest. */
  public Optional<Parameter> record(String id, List<Fault> faults) {
    Optional<Parameter> found = Optional.ofNullable(records.get(id));
    if (found.isEmpty()) {
      String fix =
          Nearest.of(id, records.keySet())
              .map(near -> "did you mean `" + near + "`?")
              .orElse("`./probity due` lists the records");
      faults.add(
          new Fault("PRB-N080", "no law here has a record `" + id + "`", fix, Received.LINE));
    }
    return found;
  }
}
