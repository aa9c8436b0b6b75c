// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Standing;
import dev.probity.notice.pack.Verb;
import java.util.ArrayList;
import java.util.List;

/** Rules on entries and rows as such. Stateless. */
final class Entries {
  private Entries() {}

  /** The row a clause belongs to, by what it cites; itself where that is no entry. */
  static String row(String cite, PackSource source) {
    Entry entry = source.entries().get(cite);
    return entry == null ? cite : entry.row();
  }

  /**
   * {@code two-clauses-one-row}: an entry is named as a second clause of another one, its id and a
   * small letter, and does not say that it belongs to that row.
   */
  static List<Found> secondWithoutRow(PackSource source) {
    return source.entries().values().stream()
        .filter(e -> !e.isSecond() && source.entries().containsKey(first(e.id())))
        .map(
            e ->
                Found.at(
                    e,
                    "this is named as a second clause of `" + first(e.id()) + "` and counts apart",
                    "add `row: " + first(e.id()) + "`, or give it an id of its own"))
        .toList();
  }

  /** The id without the small letter behind it; empty where it has none. */
  private static String first(String id) {
    return id.matches(".*\\d[a-z]") ? id.substring(0, id.length() - 1) : "";
  }

  /** {@code row-without-substance}: no entry of the row has a verb and no section keeps it. */
  static List<Found> withoutSubstance(PackSource source) {
    return source.rows().stream()
        .filter(
            row ->
                source.entriesOf(row).stream()
                    .allMatch(e -> e.verb() == Verb.NONE && source.keeping(e.id()).isEmpty()))
        .map(
            row ->
                Found.at(
                    source.head(row),
                    "nothing decides, does or explains this row",
                    "give it a verb, or name it under `keeps` in the section that holds it"))
        .toList();
  }

  /** {@code missing-label}: a language of the pack in which an entry says nothing. */
  static List<Found> withoutLabel(PackSource source) {
    List<Found> found = new ArrayList<>();
    for (Entry entry : source.entries().values()) {
      List<String> missing =
          source.header().languages().stream()
              .filter(l -> !entry.says().containsKey(l))
              .sorted()
              .toList();
      if (!missing.isEmpty())
        found.add(
            Found.at(
                entry,
                "this says nothing in " + String.join(", ", missing),
                "add `says: {" + missing.getFirst() + ": ..}`"));
    }
    return found;
  }

  /** {@code missing-proof}: a row that can be enforced does not say where it is proved. */
  static List<Found> withoutProof(PackSource source) {
    return source.rows().stream()
        .filter(r -> source.standing(r) == Standing.ENFORCEABLE && source.proof(r).isEmpty())
        .map(
            r ->
                Found.at(
                    source.head(r),
                    "this can be enforced and names no place of proof",
                    "add `proof: kernel`, `server`, `browser` or `desk`"))
        .toList();
  }
}
