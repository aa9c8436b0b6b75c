// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

import dev.probity.notice.text.Line;
import dev.probity.notice.text.NoticeText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which of a pack's languages a notice is written in, by its smallest words. */
final class Language {
  private static final Map<String, Set<String>> SMALL =
      Map.of(
          "en", Set.of("the", "and", "of", "to", "or", "we", "you", "your"),
          "sv", Set.of("och", "att", "som", "den", "vi", "eller", "för", "du"));

  private Language() {}

  static String of(NoticeText notice, List<String> languages) {
    String best = languages.isEmpty() ? "en" : languages.getFirst();
    long most = -1;
    for (String language : languages) {
      Set<String> small = SMALL.getOrDefault(language, Set.of());
      long found = notice.lines().stream().mapToLong(line -> count(line, small)).sum();
      if (found > most) {
        most = found;
        best = language;
      }
    }
    return best;
  }

  private static long count(Line line, Set<String> small) {
    long found = 0;
    for (String word : line.text().toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (small.contains(word)) found++;
    }
    return found;
  }
}
