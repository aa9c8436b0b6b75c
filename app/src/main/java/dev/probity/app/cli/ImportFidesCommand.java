// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Terminal;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.due.Received;
import dev.probity.notice.fides.FidesImport;
import dev.probity.notice.fides.Manifest;
import dev.probity.notice.pack.PackFiles;
import dev.probity.notice.pack.PackReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import fides FILE... --to DIR}. */
@Command(
    name = "fides",
    description = {
      "Write the skeleton of a pack from Fides manifests: datasets, systems, policies, categories.",
      "Each thing that is left out or guessed is a warning with its place. The manifests are kept",
      "in the pack's `fides` folder. Exits 1 where there were warnings, 2 where nothing was"
          + " written."
    },
    footer = "  ./probity import fides manifests --to packs/shop --dry-run")
final class ImportFidesCommand extends Helped implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Manifests, or folders of them (*.yml, *.yaml).")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "The pack's folder.")
  private Path to = Path.of("");

  @Option(
      names = "--in-force",
      paramLabel = "DATE",
      description = "The day from which the pack speaks, such as 2026-06-01. Default: today.")
  private String inForce = "";

  @Option(names = "--dry-run", description = "Show the files instead of writing them.")
  private boolean dry;

  @Option(names = "--force", description = "Write into a folder that is not empty.")
  private boolean force;

  ImportFidesCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    if (!dry && !force && PackFolder.occupied(to)) faults.add(occupied());
    List<Manifest> manifests = ManifestFiles.read(files, faults);
    Optional<LocalDate> day = day(faults);
    if (!faults.isEmpty()) return refused(faults);
    Path name = to.toAbsolutePath().normalize().getFileName();
    String id = name == null ? "imported" : name.toString();
    return switch (FidesImport.of(manifests, id, day.orElseThrow(), here.lexicon().get())) {
      case FidesImport.Outcome.Faulty faulty -> refused(faulty.faults());
      case FidesImport.Outcome.Imported imported -> imported(imported);
    };
  }

  /** What was made is read once more as a pack before any of it is written. */
  private int imported(FidesImport.Outcome.Imported made) {
    PackFiles pack = new PackFiles(to.toString(), made.files());
    if (PackReader.read(pack, here.lexicon().get()) instanceof PackReader.Outcome.Faulty faulty)
      return refused(faulty.faults());
    List<Fault> faults = new ArrayList<>();
    if (!dry) PackFolder.write(to, made.files(), faults);
    if (!faults.isEmpty()) return refused(faults);
    Terminal terminal = here.terminal();
    if (dry) show(made.files(), terminal);
    terminal.findings(made.warnings());
    long warnings = made.warnings().stream().distinct().count();
    terminal.line(
        (dry ? "would write " : "wrote ")
            + made.files().size()
            + " files to "
            + to
            + ", with "
            + warnings
            + (warnings == 1 ? " warning" : " warnings"));
    return warnings == 0 ? Exit.FINE : Exit.FINDINGS;
  }

  private Optional<LocalDate> day(List<Fault> faults) {
    return inForce.isEmpty()
        ? Optional.of(LocalDate.ofInstant(here.clock().instant(), ZoneOffset.UTC))
        : Received.date(inForce, faults);
  }

  private static void show(Map<String, String> files, Terminal terminal) {
    files.forEach(
        (path, text) -> {
          if (path.startsWith("fides/")) return;
          terminal.line("== " + path);
          text.lines().forEach(terminal::line);
          terminal.line();
        });
  }

  private Fault occupied() {
    return new Fault(
        "PRB-A020",
        Files.isDirectory(to)
            ? "`" + to + "` is not empty, and nothing of it is overwritten unasked"
            : "`" + to + "` is a file",
        "name a new folder, or add --force",
        Where.file(to.toString()));
  }

  private int refused(List<Fault> faults) {
    here.terminal().faults(faults);
    return Exit.WRONG_USE;
  }
}
