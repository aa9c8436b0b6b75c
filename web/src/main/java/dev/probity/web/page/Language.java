// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.page;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of our own words. */
public enum Language {
  EN,
  SV;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of a sentence of ours, the one in this language. */
  public String of(String english, String swedish) {
    return switch (this) {
      case EN -> english;
      case SV -> swedish;
    };
  }

  /** Those in which a pack has its notice, or a name for each of its forms; else English. */
  public static List<Language> spoken(PackSource source) {
    List<String> points = source.section("points").stream().map(Section::name).toList();
    List<Language> spoken = new ArrayList<>();
    for (Language language : values()) {
      String code = language.code();
      boolean named = points.stream().allMatch(p -> source.text(p).byLanguage().containsKey(code));
      if (source.header().languages().contains(code) || (named && !points.isEmpty()))
        spoken.add(language);
    }
    return spoken.isEmpty() ? List.of(EN) : spoken;
  }

  /** As {@code ?lang=} asks, else as the browser does, else the first. */
  public static Language of(HttpServletRequest request, List<Language> spoken) {
    String asked = asked(request.getQueryString());
    for (Language language : spoken) if (language.code().equals(asked)) return language;
    String accepted = request.getHeader("Accept-Language");
    if (accepted != null && accepted.length() < 500) {
      Language found = accepted(accepted, spoken);
      if (found != null) return found;
    }
    return spoken.getFirst();
  }

  private static String asked(@Nullable String query) {
    if (query == null) return "";
    for (String part : query.split("&", 20))
      if (part.startsWith("lang=")) return part.substring("lang=".length());
    return "";
  }

  private static @Nullable Language accepted(String header, List<Language> spoken) {
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(header))
        for (Language language : spoken)
          if (range.getWeight() > 0 && (range.getRange() + "-").startsWith(language.code() + "-"))
            return language;
    } catch (IllegalArgumentException e) {
      // A header that is none says nothing.
      return null;
    }
    return null;
  }
}
