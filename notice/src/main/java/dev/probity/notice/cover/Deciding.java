// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.cover;

import dev.probity.kernel.decide.Effect;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.scenario.Powers;
import dev.probity.notice.scenario.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether scenarios show what an entry does: a permit once inside and once outside its bounds,
 * every other verb once deciding. One thread.
 */
final class Deciding {
  /** Sections that shape answers without being clauses. */
  private static final Set<String> SHAPING =
      Set.of("choices", "consents", "versions", "overlays", "vocabulary", "trackers");

  private final PackSource source;
  private final List<Verdict> verdicts;

  Deciding(PackSource source, List<Verdict> verdicts) {
    this.source = source;
    this.verdicts = verdicts;
  }

  /**
   * What the row still needs to be decided; empty where it is; nothing where no decision speaks to
   * it.
   */
  Optional<List<String>> needs(String row) {
    List<String> needs = new ArrayList<>();
    boolean speaks = false;
    for (Entry entry : source.entriesOf(row)) {
      Optional<List<String>> own = needs(entry);
      speaks |= own.isPresent();
      own.ifPresent(needs::addAll);
    }
    return speaks ? Optional.of(needs) : Optional.empty();
  }

  private Optional<List<String>> needs(Entry entry) {
    List<Verdict> own = verdicts.stream().filter(v -> v.ran() && keeps(v, entry)).toList();
    List<String> needs = new ArrayList<>();
    own.stream()
        .filter(Verdict::failed)
        .forEach(v -> needs.add("`" + v.scenario().name() + "` fails"));
    Powers can = Powers.ofEntry(source, entry.id());
    if (!can.any()) return shaped(entry, own, needs);
    String id = entry.id();
    if (can.permits()) {
      need(
          own,
          v -> is(v, Effect.PERMIT) && v.cites(id),
          "a scenario that " + id + " permits",
          needs);
      need(
          own,
          v -> v.effect().isPresent() && !is(v, Effect.PERMIT),
          "a scenario outside " + id,
          needs);
    }
    boolean attaches = !can.attaches().isEmpty();
    if (can.denies()) {
      need(
          own,
          v ->
              (is(v, Effect.DENY) && v.cites(id))
                  || (attaches && v.acts().stream().anyMatch(can.attaches()::contains)),
          "a scenario that " + id + " denies",
          needs);
    }
    if (can.excludes())
      need(
          own,
          v -> is(v, Effect.OUT_OF_SCOPE) && v.cites(id),
          "a scenario that " + id + " puts out of scope",
          needs);
    if (can.obliges())
      need(own, v -> v.effect().isEmpty() && v.cites(id), "an event that calls " + id, needs);
    return Optional.of(needs);
  }

  private Optional<List<String>> shaped(Entry entry, List<Verdict> own, List<String> needs) {
    boolean shapes =
        source.keeping(entry.id()).stream().map(Section::section).anyMatch(SHAPING::contains);
    if (!shapes && own.isEmpty()) return Optional.empty();
    if (own.size() < 2) needs.add("two scenarios that show what " + entry.id() + " changes");
    return Optional.of(needs);
  }

  private static boolean keeps(Verdict verdict, Entry entry) {
    return verdict.scenario().keeps().contains(entry.id())
        || verdict.scenario().keeps().contains(entry.row());
  }

  private static boolean is(Verdict verdict, Effect effect) {
    return verdict.effect().equals(Optional.of(effect));
  }

  private static void need(
      List<Verdict> own, Predicate<Verdict> shown, String missing, List<String> needs) {
    if (own.stream().noneMatch(v -> v.passed() && shown.test(v))) needs.add(missing);
  }
}
