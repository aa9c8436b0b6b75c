// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Point;
import dev.probity.notice.pack.Said;
import dev.probity.notice.vocabulary.Word;
import java.util.Map;

/** What an element is called, to a person. Stateless. */
final class Labels {
  private Labels() {}

  /** In the words of a question that the point asks, where it asks one. */
  static Said of(String element, Point point, PackSource source) {
    Point.Choosing choosing = point.answers().get(element);
    return choosing == null || choosing.asks().isEmpty() ? of(element, source) : choosing.asks();
  }

  /** In the pack's own words where it has some, else in those of the vocabulary. */
  static Said of(String element, PackSource source) {
    Said own = source.text(element);
    if (!own.isEmpty()) return own;
    Word word = source.lexicon().section("data").get(element);
    return new Said(word == null ? Map.of() : word.labels());
  }
}
