// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code right-in-law-not-in-notice}: a pack laid over this one gives people a right that this one
 * does not name. Rights are compared by name, so that a right of the notice has the name the law's
 * pack has for it. Stateless.
 */
final class Law {
  private Law() {}

  static List<Found> rightsNotNamed(PackSource source) {
    List<String> own = source.section("rights").stream().map(Section::name).toList();
    List<Found> found = new ArrayList<>();
    source
        .overlays()
        .forEach(
            (id, law) -> {
              for (Section right : law.section("rights")) {
                if (own.contains(right.name())) continue;
                found.add(
                    new Found(
                        List.of(id, right.name(), id + ":" + right.name()),
                        "`" + id + "` gives the right `" + right.name() + "`; the notice does not",
                        "grant it at the desk all the same, and tell whoever writes the notice",
                        right.where()));
              }
            });
    return found;
  }
}
