// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Clause.Forbid;
import dev.probity.kernel.clause.Clause.Permit;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code right-in-law-not-in-notice}: a pack laid over this one gives people a right that this one
 * does not name; rights are compared by name. Two rights that law gives nearly everywhere are
 * looked for even where no law is laid over: to stop direct marketing (GDPR Art. 21(2), 15 USC
 * 7704(a)(3)), and to refuse storage on one's device that is not necessary (directive 2002/58/EC
 * Art. 5(3), Cal. Civ. Code 1798.135). Stateless.
 */
final class Law {
  private static final Set<String> MARKETING = Set.of("marketing");
  private static final Set<String> STORING = Set.of("cookie", "local-storage");

  private Law() {}

  static List<Found> rightsNotNamed(PackSource source) {
    List<String> own = source.section("rights").stream().map(Section::name).toList();
    List<Found> found = new ArrayList<>();
    source
        .overlays()
        .forEach(
            (id, law) -> {
              for (Section right : law.section("rights")) {
                if (own.contains(right.name())) continue;
                found.add(
                    new Found(
                        List.of(id, right.name()),
                        "`" + id + "` gives the right `" + right.name() + "`; the notice does not",
                        "grant it at the desk all the same, and tell whoever writes the notice",
                        right.where()));
              }
            });
    unstoppable(source, Dimension.PURPOSE, "use", MARKETING, "marketing cannot be stopped", found);
    unstoppable(
        source, Dimension.TECHNOLOGY, "collect", STORING, "storing cannot be refused", found);
    return found;
  }

  /** One finding for all permits in which nothing hangs on what the person chose. */
  private static void unstoppable(
      PackSource source,
      Dimension dimension,
      String action,
      Set<String> kinds,
      String what,
      List<Found> found) {
    Tree tree = source.pack().vocabulary().tree(dimension);
    TreeSet<String> cites = new TreeSet<>();
    for (Clause clause : source.pack().clauses()) {
      Terms terms = clause.match().terms().get(dimension);
      boolean meant =
          clause instanceof Permit
              && terms != null
              && !terms.anyBut()
              && terms.listed().stream()
                  .anyMatch(t -> kinds.stream().anyMatch(k -> tree.within(t, k)))
              && names(clause, action)
              && !necessary(clause, source);
      if (meant && !stoppable((Permit) clause, source)) cites.add(clause.cite());
    }
    if (!cites.isEmpty())
      found.add(
          Found.at(
              source,
              List.copyOf(cites),
              what + " by anything the person says here; law says it can",
              "add the choice or the consent, or lay the law's pack over this one"));
  }

  private static boolean names(Clause clause, String action) {
    Terms actions = clause.match().terms().get(Dimension.ACTION);
    return actions != null && actions.listed().contains(action);
  }

  private static boolean necessary(Clause clause, PackSource source) {
    Terms purposes = clause.match().terms().get(Dimension.PURPOSE);
    Tree tree = source.pack().vocabulary().tree(Dimension.PURPOSE);
    return purposes != null
        && !purposes.anyBut()
        && purposes.listed().stream().allMatch(p -> tree.within(p, "necessary"));
  }

  /** By a condition of its own, or by a prohibition that contains it and hangs on the person. */
  private static boolean stoppable(Permit permit, PackSource source) {
    Matches matches = new Matches(source.pack().vocabulary());
    return chosen(permit.when().stream())
        || source.pack().clauses().stream()
            .filter(Forbid.class::isInstance)
            .map(Forbid.class::cast)
            .filter(f -> matches.within(permit, f.match()))
            .anyMatch(f -> chosen(Stream.concat(f.when().stream(), f.unless().stream())));
  }

  private static boolean chosen(Stream<Condition> conditions) {
    return conditions.anyMatch(
        c -> c instanceof Condition.Consent || c instanceof Condition.Choice);
  }
}
