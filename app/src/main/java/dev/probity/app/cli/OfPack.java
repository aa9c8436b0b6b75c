// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about one pack, which it reads whole before it does anything. */
abstract class OfPack extends Helped implements Callable<Integer> {
  final Surroundings here;

  @Parameters(
      index = "0",
      paramLabel = "PACK",
      description = "The pack's folder, or the name of one in packs/.")
  private String pack = "";

  @Option(names = "--json", description = "For programs.")
  boolean json;

  OfPack(Surroundings here) {
    this.here = here;
  }

  @Override
  public final Integer call() {
    return switch (PackReader.read(folder(pack, here), here.lexicon().get())) {
      case PackReader.Outcome.Read read -> run(read.source());
      case PackReader.Outcome.Faulty faulty -> faulty(faulty);
    };
  }

  abstract int run(PackSource source);

  /** A pack with mistakes decides nothing. */
  int faulty(PackReader.Outcome.Faulty pack) {
    here.terminal().faults(pack.faults());
    return Exit.WRONG_USE;
  }

  /** As given from where we are; else in the project, whatever directory we were called from. */
  static Path folder(String pack, Surroundings here) {
    Path given = Path.of(pack);
    return Stream.of(given, here.home().resolve(given), here.home().resolve("packs").resolve(given))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(given);
  }
}
