// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.notice.vocabulary.Lexicon;
import java.util.Set;

/** The three dictionaries that fideslang needs, and where they tell what they had to guess. */
record Words(Dictionary data, Dictionary purposes, Dictionary actions, Notes notes) {
  private static final Set<String> CATEGORIES = Set.of("user", "system");
  private static final Set<String> USES =
      Set.of(
          "analytics",
          "collect",
          "employment",
          "essential",
          "finance",
          "functional",
          "marketing",
          "operations",
          "personalize",
          "sales",
          "third_party_sharing",
          "train_ai_system");

  static Words of(Lexicon lexicon, Notes notes) {
    return new Words(
        new Dictionary(lexicon, "data", "data category", CATEGORIES, notes),
        new Dictionary(lexicon, "purpose", "data use", USES, notes),
        new Dictionary(lexicon, "action", "data use", USES, notes),
        notes);
  }
}
