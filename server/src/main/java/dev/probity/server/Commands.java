// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.app.cli.Exit;
import dev.probity.app.cli.Serving;
import dev.probity.app.cli.Surroundings;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.server.flow.Enforcement;
import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.Targets;
import dev.probity.store.token.Scope;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code up} and {@code token} do. One thread. */
record Commands(Map<String, String> settings) implements Serving {
  @Override
  public int up(Surroundings here, Up words) {
    return switch (Targets.of(settings)) {
      case Targets.Chosen.Faulty faulty -> refused(here, faulty.faults());
      case Targets.Chosen.Found found -> new Start(here, words, found.target(), settings).run();
    };
  }

  @Override
  public int token(Surroundings here, Token words) {
    return switch (Targets.of(settings)) {
      case Targets.Chosen.Faulty faulty -> refused(here, faulty.faults());
      case Targets.Chosen.Found found -> token(here, words, found.target());
    };
  }

  @Override
  public Enforced enforce(Surroundings here, Enforce words) {
    return new Enforcement(here, settings.getOrDefault("PATH", "")).run(words);
  }

  private static int token(Surroundings here, Token words, Target target) {
    List<Fault> faults = new ArrayList<>();
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : words.scopes())
      Scope.of(word).ifPresentOrElse(scopes::add, () -> faults.add(noScope()));
    if (!Packs.names(here.home()).contains(words.controller())) faults.add(noController(here));
    if (!faults.isEmpty()) return refused(here, faults);
    return switch (Store.join(target, means(here))) {
      case Store.Opening.Refused refused -> refused(here, List.of(refused.fault()));
      case Store.Opening.Opened opened -> {
        try (Store store = opened.store()) {
          store.admit(words.controller());
          Duration lasts = Duration.ofDays(words.days());
          here.terminal()
              .line(store.tokens().create(words.controller(), words.name(), scopes, lasts));
        }
        yield Exit.FINE;
      }
    };
  }

  private static Fault noScope() {
    return new Fault(
        "PRB-U003",
        "a scope is not known",
        "use some of "
            + String.join(", ", EnumSet.allOf(Scope.class).stream().map(Scope::word).toList()),
        Where.file("command line"));
  }

  private static Fault noController(Surroundings here) {
    return new Fault(
        "PRB-U004",
        "there is no such controller",
        "use one of " + String.join(", ", Packs.names(here.home())),
        Where.file("command line"));
  }

  static Means means(Surroundings here) {
    return new Means(here.clock(), new SecureRandom(), here.terminal().err()::println);
  }

  static int refused(Surroundings here, List<Fault> faults) {
    here.terminal().faults(faults);
    return Exit.WRONG_USE;
  }
}
