// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Duties;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Views;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Runs scenarios and says what went wrong. What a scenario must show of the entries it keeps is
 * judged by the pack as written, also while a mutant decides. One thread; a run costs one decision.
 */
public final class ScenarioRunner {
  private final PackSource source;
  private final Decider decider;
  private final Pack pack;
  private final Map<String, Powers> powers = new HashMap<>();

  /**
   * @param pack the version whose duties answer events
   */
  public ScenarioRunner(PackSource source, Decider decider, Pack pack) {
    this.source = source;
    this.decider = decider;
    this.pack = pack;
  }

  public Verdict run(Scenario scenario) {
    return switch (scenario.ask()) {
      case Ask.Decide ask -> decide(scenario, decider.decide(ask.question()));
      case Ask.Event ask -> event(scenario, Duties.on(ask.event(), pack, ask.question()));
      case Ask.View ask -> view(scenario, Views.of(decider, ask.question(), ask.fields()));
      case Ask.Flow ask -> notRun(scenario);
      case Ask.Elsewhere ask -> notRun(scenario);
    };
  }

  private static Verdict notRun(Scenario scenario) {
    return new Verdict(scenario, false, Optional.empty(), List.of(), List.of(), List.of());
  }

  private Verdict decide(Scenario scenario, Decision saw) {
    List<String> mistakes = new ArrayList<>();
    Expect expect = scenario.expect();
    if (expect.notPermit() && saw.permits())
      mistakes.add("it is permitted because of " + saw.because());
    for (String name : scenario.keeps()) kept(name, expect, saw, mistakes);
    for (String id : expect.because()) {
      if (!saw.because().contains(id)) mistakes.add("`" + id + "` did not decide; " + said(saw));
    }
    differs("acts", expect.acts(), saw.acts(), mistakes);
    differs("remedies", expect.remedies(), saw.remedies(), mistakes);
    differs("almost", expect.almost(), saw.almost(), mistakes);
    expect
        .elements()
        .forEach(
            (element, effect) -> {
              if (saw.elements().get(element) != effect)
                mistakes.add("`" + element + "` is " + saw.elements().get(element));
            });
    return new Verdict(
        scenario, true, Optional.of(saw.effect()), saw.because(), saw.acts(), distinct(mistakes));
  }

  /** The effect, and whether the kept clause had the hand in it that it can have. */
  private void kept(String name, Expect expect, Decision saw, List<String> mistakes) {
    if (expect.effect().isEmpty()) return;
    Effect wanted = expect.effect().get();
    Powers can = powers.computeIfAbsent(name, n -> Powers.of(source, n));
    boolean outside =
        wanted != Effect.PERMIT
            && can.permits()
            && !can.denies()
            && !can.excludes()
            && expect.because().isEmpty();
    if (outside) {
      if (saw.permits()) mistakes.add("expected " + wanted + "; " + said(saw));
      return;
    }
    if (saw.effect() != wanted) {
      mistakes.add("expected " + wanted + "; " + said(saw));
      return;
    }
    boolean onlyPermits = can.permits() && !can.denies() && !can.excludes();
    boolean decides =
        expect.because().isEmpty()
            && ((wanted == Effect.PERMIT && onlyPermits)
                || (wanted == Effect.DENY && can.denies())
                || (wanted == Effect.OUT_OF_SCOPE && can.excludes()));
    if (decides && source.cites(name).stream().noneMatch(saw.because()::contains)) {
      mistakes.add("`" + name + "` did not decide; " + said(saw));
    }
  }

  private static String said(Decision saw) {
    return "the answer is "
        + saw.effect()
        + (saw.because().isEmpty()
            ? ", no clause speaks"
            : " because of " + String.join(", ", saw.because()));
  }

  private Verdict event(Scenario scenario, Duties saw) {
    List<String> mistakes = new ArrayList<>();
    differs("acts", scenario.expect().acts(), saw.acts(), mistakes);
    for (String id : scenario.expect().because())
      if (!saw.because().contains(id)) mistakes.add("`" + id + "` was not called");
    if (scenario.expect().because().isEmpty()) {
      for (String name : scenario.keeps()) {
        boolean called = source.cites(name).stream().anyMatch(saw.because()::contains);
        boolean none = scenario.expect().acts().filter(List::isEmpty).isPresent();
        if (Powers.of(source, name).obliges() && !called && !none)
          mistakes.add("`" + name + "` was not called");
      }
    }
    return new Verdict(scenario, true, Optional.empty(), saw.because(), saw.acts(), mistakes);
  }

  private Verdict view(Scenario scenario, Views saw) {
    List<String> mistakes = new ArrayList<>();
    Expect expect = scenario.expect();
    differs("shown", expect.shown(), saw.shown().stream().sorted().toList(), mistakes);
    expect
        .withheld()
        .forEach(
            (field, id) -> {
              if (!saw.withheld().getOrDefault(field, List.of()).contains(id))
                mistakes.add("`" + field + "` is not withheld by " + id);
            });
    TreeSet<String> cited = new TreeSet<>();
    saw.withheld().values().forEach(cited::addAll);
    return new Verdict(scenario, true, Optional.empty(), List.copyOf(cited), saw.acts(), mistakes);
  }

  private static <T> void differs(String what, Optional<T> wanted, T saw, List<String> mistakes) {
    wanted
        .filter(w -> !w.equals(saw))
        .ifPresent(w -> mistakes.add("expected " + what + " " + w + ", got " + saw));
  }

  private static List<String> distinct(List<String> mistakes) {
    return mistakes.stream().distinct().toList();
  }
}
