// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.clause.Within;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.yaml.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a person can say by a link in a mail so that no more of its kind comes: choices and consents
 * that the pack lets be said by mail and that clauses on such mail read. Of a law laid over it,
 * only where the clause is about addresses for mail and nothing else. Immutable.
 *
 * @param choices each with the value that stops
 * @param consents that are withdrawn
 * @param times how long the notice's clauses allow for it
 */
record WaysOut(SortedMap<String, String> choices, SortedSet<String> consents, List<Within> times) {
  static final String ACTION = "use";
  static final String ADDRESS = "contact.email";
  private static final Set<String> PROMOTION =
      Set.of("marketing", "third-party-marketing", "advertising");

  static WaysOut of(PackSource source, String purpose) {
    WaysOut found = new WaysOut(new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
    Vocabulary vocabulary = source.pack().vocabulary();
    for (Entry entry : source.entries().values()) {
      boolean reads = false;
      for (Clause clause : entry.clauses())
        if (about(clause.match(), purpose, vocabulary)) reads |= found.add(clause, source);
      if (reads && !entry.within().equals(Within.SILENT)) found.times.add(entry.within());
    }
    for (PackSource law : source.overlays().values())
      for (Entry entry : law.entries().values())
        for (Clause clause : entry.clauses())
          if (about(clause.match(), purpose, vocabulary) && ofAddresses(clause.match(), vocabulary))
            found.add(clause, law);
    return found;
  }

  boolean isEmpty() {
    return choices.isEmpty() && consents.isEmpty();
  }

  /** The purposes of which mail ends with these, of all there are. */
  Set<String> purposes(PackSource source) {
    Set<String> purposes = new TreeSet<>();
    for (String purpose : source.pack().vocabulary().tree(Dimension.PURPOSE).parents().keySet()) {
      WaysOut others = of(source, purpose);
      if (!Collections.disjoint(choices.keySet(), others.choices.keySet())
          || !Collections.disjoint(consents, others.consents)) purposes.add(purpose);
    }
    return purposes;
  }

  /** Says all of it. */
  void take(FactSheet sheet, Instant moment) {
    choices.forEach((choice, value) -> sheet.choose(choice, value));
    consents.forEach(consent -> sheet.withdraw(consent, moment));
  }

  /** Takes what the clause reads; true where there is something. */
  private boolean add(Clause clause, PackSource source) {
    return switch (clause) {
      case Clause.Forbid forbid ->
          forbid.when().stream().filter(c -> add(c, true, source)).count()
                  + forbid.unless().stream().filter(c -> add(c, false, source)).count()
              > 0;
      case Clause.Permit permit ->
          permit.when().stream().filter(c -> add(c, false, source)).count() > 0;
      case Clause.Close close -> false;
      case Clause.Require require -> add(require.needs(), false, source);
      case Clause.Outside outside -> false;
      case Clause.Duty duty -> false;
    };
  }

  /**
   * @param stops whether it is the condition being true that stops mail
   */
  private boolean add(Condition condition, boolean stops, PackSource source) {
    boolean added = false;
    if (condition instanceof Condition.Choice choice)
      for (String id : choice.ids()) {
        Optional<String> value = value(choice, id, stops, source);
        value.ifPresent(v -> choices.put(id, v));
        added |= value.isPresent();
      }
    if (condition instanceof Condition.Consent consent
        && section(source, "consents", consent.id(), "withdraw").contains("mail-link"))
      added |= consents.add(consent.id()) || consents.contains(consent.id());
    return added;
  }

  private static Optional<String> value(
      Condition.Choice choice, String id, boolean stops, PackSource source) {
    List<String> from = section(source, "choices", id, "from");
    if (!from.contains("mail") && !from.contains("mail-link")) return Optional.empty();
    Stream<String> values = section(source, "choices", id, "values").stream();
    return values.filter(v -> choice.is().contains(v) == stops).findFirst();
  }

  private static List<String> section(PackSource source, String name, String id, String key) {
    for (Section section : source.section(name))
      if (section.name().equals(id))
        return Form.of(section.node(), "a section", new ArrayList<>()).words(key);
    return List.of();
  }

  /** Of mail for this purpose, and of no more than that and other promotion. */
  private static boolean about(Match match, String purpose, Vocabulary vocabulary) {
    Terms purposes = match.terms().get(Dimension.PURPOSE);
    Tree tree = vocabulary.tree(Dimension.PURPOSE);
    return purposes != null
        && !purposes.anyBut()
        && purposes.overlap(purpose, tree)
        && purposes.listed().stream().allMatch(t -> promotional(t, tree) || tree.within(t, purpose))
        && overlaps(match, Dimension.ACTION, ACTION, vocabulary)
        && overlaps(match, Dimension.DATA, ADDRESS, vocabulary);
  }

  /** Whether this is said to sell something, by the vocabulary's trees. */
  static boolean promotional(String purpose, Tree tree) {
    return tree.withinAny(purpose, PROMOTION);
  }

  private static boolean overlaps(
      Match match, Dimension dimension, String term, Vocabulary vocabulary) {
    Terms terms = match.terms().get(dimension);
    return terms == null || terms.overlap(term, vocabulary.tree(dimension));
  }

  private static boolean ofAddresses(Match match, Vocabulary vocabulary) {
    Terms data = match.terms().get(Dimension.DATA);
    Tree tree = vocabulary.tree(Dimension.DATA);
    return data != null
        && !data.anyBut()
        && data.listed().stream().allMatch(term -> tree.within(term, ADDRESS));
  }
}
