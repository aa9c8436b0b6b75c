// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.vocabulary.Lexicon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packs that a person names. */
record PackFolders(Surroundings here) {
  Path folder(String name) {
    return OfPack.folder(name, here);
  }

  /** All that can be read; the faults of the others are added. */
  List<PackSource> read(List<String> names, List<Fault> faults) {
    Lexicon lexicon = here.lexicon().get();
    List<PackSource> sources = new ArrayList<>();
    for (String name : names) {
      switch (PackReader.read(folder(name), lexicon)) {
        case PackReader.Outcome.Read read -> sources.add(read.source());
        case PackReader.Outcome.Faulty faulty -> faults.addAll(faulty.faults());
      }
    }
    return sources;
  }
}
