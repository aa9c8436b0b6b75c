// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.term.Dimension;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code right-in-law-not-in-notice}: a pack laid over this one gives people a right that this one
 * does not name; rights are compared by name. Two rights that law gives nearly everywhere are
 * looked for even where no law is laid over: to stop direct marketing (GDPR Art. 21(2), 15 USC
 * 7704(a)(3)), and to refuse lasting storage on one's device that is not necessary (directive
 * 2002/58/EC Art. 5(3), Cal. Civ. Code 1798.135). Stateless.
 */
final class Law {
  private static final Refusal MARKETING =
      new Refusal(
          Dimension.PURPOSE,
          "use",
          Set.of("marketing"),
          Set.of(),
          "marketing cannot be stopped by anything a person says here; law says that it can");
  private static final Refusal STORING =
      new Refusal(
          Dimension.TECHNOLOGY,
          "collect",
          Set.of("cookie", "local-storage"),
          Set.of("cookie.session"),
          "lasting storage cannot be refused by anything a person says here; law says that it can");

  private Law() {}

  static List<Found> rightsNotNamed(PackSource source) {
    List<String> own = source.section("rights").stream().map(Section::name).toList();
    List<Found> found = new ArrayList<>();
    source
        .overlays()
        .forEach(
            (id, law) ->
                law.section("rights").stream()
                    .filter(right -> !own.contains(right.name()))
                    .forEach(right -> found.add(notNamed(id, right))));
    MARKETING.missing(source).ifPresent(found::add);
    STORING.missing(source).ifPresent(found::add);
    return found;
  }

  private static Found notNamed(String law, Section right) {
    return new Found(
        List.of(law, right.name()),
        "`" + law + "` gives the right `" + right.name() + "`; the notice does not",
        "grant it at the desk all the same, and tell whoever writes the notice",
        right.where());
  }
}
