// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Permits that never permit, because they lie wholly inside a prohibition. Stateless. */
final class Shadows {
  private Shadows() {}

  /** {@code shadowed-by-absolute}: inside a prohibition that says never. */
  static List<Found> absolute(PackSource source) {
    return shadowed(
        source,
        true,
        "lies wholly inside `%s`, which is absolute: it permits nothing",
        "remove the permit, or narrow what must never be done");
  }

  /** {@code dead-permit}: inside a prohibition that nothing lifts. */
  static List<Found> unlifted(PackSource source) {
    return shadowed(
        source,
        false,
        "lies wholly inside `%s`, which nothing lifts: it permits nothing",
        "name the permit under the prohibition's `except`, or remove one of the two");
  }

  private static List<Found> shadowed(
      PackSource source, boolean absolute, String sentence, String fix) {
    List<Found> found = new ArrayList<>();
    for (Clause clause : source.pack().clauses()) {
      if (!(clause instanceof Clause.Permit permit)) continue;
      over(permit, source, absolute)
          .ifPresent(
              forbid ->
                  found.add(
                      Found.at(
                          source,
                          permit.cite(),
                          "this permit " + String.format(sentence, forbid.cite()),
                          fix)));
    }
    return found;
  }

  private static Optional<Clause.Forbid> over(
      Clause.Permit permit, PackSource source, boolean absolute) {
    Matches matches = new Matches(source.pack().vocabulary());
    return source.pack().clauses().stream()
        .filter(Clause.Forbid.class::isInstance)
        .map(Clause.Forbid.class::cast)
        .filter(f -> f.unless().isEmpty() && !f.except().contains(permit.cite()))
        .filter(f -> absolute == isAbsolute(f, source))
        .filter(f -> matches.within(permit, f.match()))
        .filter(f -> matches.implied(f.when(), permit.when()))
        .findFirst();
  }

  private static boolean isAbsolute(Clause.Forbid forbid, PackSource source) {
    Entry entry = source.entries().get(forbid.cite());
    return entry != null && entry.absolute();
  }
}
