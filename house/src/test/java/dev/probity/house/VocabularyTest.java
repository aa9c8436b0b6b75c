// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.vocabulary.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on the vocabulary counts what the vocabulary holds. */
class VocabularyTest {
  private static final Pattern SECTION =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\d+) \\| (\\d+) \\|");
  private static final Pattern LINK = Pattern.compile("(?m)^\\| `(\\w+)` \\| .* \\| (\\d+) \\|$");

  private final String page;

  VocabularyTest() throws IOException {
    page = Files.readString(Repository.root().resolve("docs/vocabulary.md"));
  }

  @Test
  void eachDimensionIsCountedRight() {
    List<MatchResult> rows = SECTION.matcher(page).results().toList();
    assertTrue(rows.size() >= 15, rows.size() + " dimensions are counted");
    List<String> wrong =
        rows.stream()
            .map(
                row -> {
                  String name = row.group(1);
                  long terms = Packs.LEXICON.section(name).size();
                  return "| `%s` | %d | %d |".formatted(name, terms, linked(words(name), "dpv"));
                })
            .filter(right -> !page.contains(right))
            .toList();

    assertEquals(List.of(), wrong);
    long all = rows.stream().flatMap(row -> words(row.group(1))).count();
    assertTrue(page.contains(String.format(Locale.ROOT, "%,d terms in all", all)), all + " in all");
  }

  @Test
  void eachKindOfLinkIsCountedRight() {
    List<MatchResult> rows = LINK.matcher(page).results().toList();
    assertEquals(List.of("dpv", "broader", "fides"), rows.stream().map(r -> r.group(1)).toList());
    for (MatchResult row : rows)
      assertEquals(Long.parseLong(row.group(2)), linked(all(), row.group(1)), row.group(1));
    assertTrue(page.contains("`loinc` (" + linked(all(), "loinc") + " terms)"), "loinc");
    assertTrue(page.contains("`snomed` (" + linked(all(), "snomed") + ")"), "snomed");
  }

  private Stream<Word> all() {
    return SECTION.matcher(page).results().flatMap(row -> words(row.group(1)));
  }

  private static Stream<Word> words(String section) {
    return Packs.LEXICON.section(section).values().stream();
  }

  private static long linked(Stream<Word> words, String link) {
    return words.filter(w -> w.links().containsKey(link)).count();
  }
}
