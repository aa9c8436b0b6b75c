// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.app.cli.Serving;
import dev.probity.app.cli.Surroundings;
import dev.probity.app.print.Progress;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.cover.Probed;
import dev.probity.notice.cover.Shown;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.scenario.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the flows of packs at the doors of a server that is started for them and thrown away after:
 * what is shown there, a server did. Takes some seconds to start, then as long as the flows. One
 * thread.
 */
public final class Enforcement {
  private final Surroundings here;
  private final String path;

  /**
   * @param path directories with the machine's programs, as {@code PATH} lists them
   */
  public Enforcement(Surroundings here, String path) {
    this.here = here;
    this.path = path;
  }

  /** A flow of one of the packs, and the controller that it is alone with. */
  private record Cast(int pack, String controller, Scenario flow) {}

  public Serving.Enforced run(Serving.Enforce words) {
    List<Cast> casts = casts(words);
    if (casts.isEmpty() && !words.flow().isEmpty())
      return new Serving.Enforced.Refused(List.of(none()));
    Map<String, PackSource> controllers = new LinkedHashMap<>();
    casts.forEach(cast -> controllers.put(cast.controller(), words.packs().get(cast.pack())));
    words.packs().forEach(source -> controllers.put(source.header().id(), source));
    try {
      return switch (Stage.set(folder(), path, here.clock(), controllers)) {
        case Stage.Setting.Refused refused ->
            new Serving.Enforced.Refused(List.of(refused.fault()));
        case Stage.Setting.Set set -> {
          try (Stage stage = set.stage()) {
            yield new Serving.Enforced.Ran(played(words, casts, stage));
          }
        }
      };
    } catch (IOException e) {
      return new Serving.Enforced.Refused(List.of(unwritable()));
    }
  }

  private Path folder() {
    return here.state().resolve("flows").toAbsolutePath().normalize();
  }

  private static List<Cast> casts(Serving.Enforce words) {
    List<Cast> casts = new ArrayList<>();
    for (int pack = 0; pack < words.packs().size(); pack++) {
      PackSource source = words.packs().get(pack);
      for (Scenario flow : source.scenarios())
        if (flow.ask() instanceof Ask.Flow
            && (words.flow().isEmpty() || flow.name().equals(words.flow())))
          casts.add(new Cast(pack, source.header().id() + "-" + casts.size(), flow));
    }
    return casts;
  }

  private List<Shown> played(Serving.Enforce words, List<Cast> casts, Stage stage) {
    List<Shown> shown = new ArrayList<>();
    int done = 0;
    try (Progress progress = new Progress(here.terminal(), "flows", here.clock())) {
      for (int pack = 0; pack < words.packs().size(); pack++) {
        PackSource source = words.packs().get(pack);
        List<Verdict> verdicts = new ArrayList<>();
        for (Cast cast : casts) {
          if (cast.pack() != pack) continue;
          progress.at(done++, casts.size());
          verdicts.add(stage.play(cast.controller(), source, cast.flow()));
        }
        shown.add(new Shown(verdicts, probes(source, stage, verdicts)));
      }
    }
    return shown;
  }

  private Map<String, Probed> probes(PackSource source, Stage stage, List<Verdict> flows) {
    stage.clock().back();
    return new Probes(stage.doors(source.header().id()), source, here.clock(), flows).run();
  }

  private static Fault none() {
    return new Fault(
        "PRB-U020",
        "there is no such flow",
        "name one as its pack does; `./probity scenarios` --all lists them",
        Where.file("command line"));
  }

  private static Fault unwritable() {
    return new Fault(
        "PRB-U021",
        "the server for flows has no place for its data",
        "make `.probity` in the project's folder writable",
        Where.file("command line"));
  }
}
