// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.notice.yaml.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same words in some languages, by code; empty where nothing is said. Immutable. */
public record Said(Map<String, String> byLanguage) {
  private static final String OTHERWISE = "en";

  public Said {
    // Why not Map.copyOf: its order is another each time Java starts, and answers show it.
    byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
  }

  /** Of {@code {en: .., sv: ..}}, or of one text, which then is English. */
  static Said of(Node node) {
    Map<String, String> found = new LinkedHashMap<>();
    if (node instanceof Node.Text text) found.put(OTHERWISE, text.value());
    if (node instanceof Node.Fields fields)
      fields
          .fields()
          .forEach(
              (language, field) -> {
                if (field.value() instanceof Node.Text text) found.put(language, text.value());
              });
    return new Said(found);
  }

  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }

  /** In this language, else in English, else in any; empty where nothing is said. */
  public String in(String language) {
    return byLanguage.getOrDefault(spoken(language), "");
  }

  /** The language that {@link #in} answers in. */
  public String spoken(String language) {
    for (String tried : List.of(language, OTHERWISE))
      if (byLanguage.containsKey(tried)) return tried;
    return byLanguage.keySet().stream().sorted().findFirst().orElse(language);
  }
}
