// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.prove.Prover;
import dev.probity.notice.yaml.Node;
import dev.probity.notice.yaml.YamlPrinter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the newest version of one pack answers otherwise than the newest of another: every question
 * about one element, as if each governed at the same moment. A change of words alone is none.
 * Immutable.
 *
 * @param entries ids of entries whose substance differs, has come or has gone
 * @param settings what is declared otherwise apart from clauses: {@code consent:ID}
 * @param askAgain consents given under the first that do not carry over: their level, what they
 *     cover or what they ask has changed
 * @param tell data of people with which more may be done: each element of which some question is
 *     newly permitted, and no other
 * @param pin whether data collected earlier stays under its notice otherwise than before
 */
public record Diff(
    String before,
    String after,
    List<Change> changes,
    List<String> entries,
    List<String> settings,
    List<String> askAgain,
    List<String> tell,
    boolean pin) {
  /** A comparison, or why there is none. */
  public sealed interface Outcome {
    record Compared(Diff diff) implements Outcome {}

    record Refused(Fault fault) implements Outcome {}
  }

  public boolean material() {
    return pin || !askAgain.isEmpty() || changes.stream().anyMatch(Change::material);
  }

  /** Whether the second pack permits nothing that the first does not. */
  public boolean stricter() {
    return changes.stream().noneMatch(c -> c.to() == Effect.PERMIT);
  }

  /** Whether the second pack permits all that the first does. */
  public boolean looser() {
    return changes.stream().noneMatch(c -> c.from() == Effect.PERMIT);
  }

  /** Packs of different controllers make no versions of one notice. */
  public static Outcome of(PackSource before, PackSource after) {
    return of(before, after, (done, all) -> {});
  }

  /** The same, while somebody watches. */
  public static Outcome of(PackSource before, PackSource after, Prover.Watcher watcher) {
    if (!before.header().controller().equals(after.header().controller())) {
      return new Outcome.Refused(
          new Fault(
              "PRB-N030",
              "`"
                  + after.header().id()
                  + "` is the notice of "
                  + after.header().controller()
                  + ", not of "
                  + before.header().controller(),
              "compare two versions of one controller's pack; between controllers ask for"
                  + " --stricter",
              Where.file(after.folder())));
    }
    Pack one = before.pack();
    Pack other = after.pack();
    Collection<String> regions = after.words(new ArrayList<>()).all("region");
    Changes search = new Changes(one, other);
    List<Change> changes = search.find(regions, watcher);
    return new Outcome.Compared(
        new Diff(
            one.name(),
            other.name(),
            changes,
            entries(one, other),
            Settings.changed(one, other),
            askAgain(before, after),
            search.widened(),
            pin(before.history(), after.history())));
  }

  /** The changes alone, between the newest versions of two histories. */
  public static List<Change> of(History before, History after) {
    return changes(before.newest(), after.newest(), List.of());
  }

  /**
   * @param regions every region that can be stated; empty for those the packs name and some others
   */
  public static List<Change> changes(Pack before, Pack after, Collection<String> regions) {
    return new Changes(before, after).find(regions, (done, all) -> {});
  }

  private static List<String> entries(Pack before, Pack after) {
    Entries first = Entries.of(before);
    Entries second = Entries.of(after);
    Set<String> all = first.otherThan(second);
    all.addAll(second.otherThan(first));
    return List.copyOf(all);
  }

  private static boolean pin(History before, History after) {
    return before.pin() != after.pin() || !before.until().equals(after.until());
  }

  /** What was agreed to under the first pack and now means something else. */
  private static List<String> askAgain(PackSource before, PackSource after) {
    Map<String, String> now = asked(after);
    List<String> again = new ArrayList<>();
    asked(before)
        .forEach(
            (id, meant) -> {
              if (now.containsKey(id) && !now.getOrDefault(id, "").equals(meant)) again.add(id);
            });
    return again;
  }

  private static Map<String, String> asked(PackSource source) {
    Map<String, String> asked = new TreeMap<>();
    for (Section s : source.section("consents")) {
      asked.put(
          s.name(),
          source.pack().consents().get(s.name())
              + Optional.ofNullable(s.node().fields().get("covers"))
                  .map(Node.Field::value)
                  .map(YamlPrinter::print)
                  .orElse(""));
    }
    return asked;
  }
}
