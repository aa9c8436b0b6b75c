// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.notice.vocabulary.Word;
import dev.probity.web.decide.Controller;
import dev.probity.web.page.Html;
import dev.probity.web.page.Language;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where somebody may live, as a list to choose from: no finer than the pack tells apart. */
record Places(Map<String, Word> regions, Set<String> divided, Language language) {
  static Places of(Controller controller, Offer offer, Language language) {
    Set<String> divided = new TreeSet<>();
    offer.regions().stream()
        .filter(region -> region.indexOf('-') == 2)
        .forEach(region -> divided.add(region.substring(0, 2)));
    return new Places(controller.source().lexicon().section("region"), divided, language);
  }

  boolean has(String region) {
    return codes().anyMatch(region::equals);
  }

  private Stream<String> codes() {
    return regions.values().stream()
        .filter(word -> word.members().isEmpty())
        .map(Word::key)
        .filter(
            code ->
                code.length() == 2
                    ? !divided.contains(code)
                    : code.indexOf('-') == 2 && divided.contains(code.substring(0, 2)));
  }

  void options(Html html, String chosen) {
    Map<String, List<String>> groups = new TreeMap<>();
    for (String country : divided)
      groups.put(country, sorted(codes().filter(c -> c.startsWith(country + "-"))));
    html.all("option", language.of("Choose", "Välj"), "value", "");
    groups.forEach(
        (country, parts) -> {
          html.open("optgroup", "label", name(country));
          parts.forEach(code -> option(html, code, chosen));
          html.close("optgroup");
        });
    html.open("optgroup", "label", language.of("Countries", "Länder"));
    sorted(codes().filter(c -> c.length() == 2)).forEach(code -> option(html, code, chosen));
    html.close("optgroup");
  }

  private void option(Html html, String code, String chosen) {
    if (code.equals(chosen)) html.all("option", name(code), "value", code, "selected", "");
    else html.all("option", name(code), "value", code);
  }

  private List<String> sorted(Stream<String> codes) {
    Collator collator = Collator.getInstance(Locale.forLanguageTag(language.code()));
    return codes.sorted(Comparator.comparing(this::name, collator)).toList();
  }

  private String name(String code) {
    Word word = regions.get(code);
    if (word == null) return code;
    return word.labels().getOrDefault(language.code(), word.labels().getOrDefault("en", code));
  }
}
