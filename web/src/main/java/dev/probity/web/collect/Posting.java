// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.question.Band;
import dev.probity.notice.yaml.Node;
import dev.probity.store.subject.Who;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What was handed over at a point, read and found to be nothing but what the point takes.
 * Immutable; says nothing of itself.
 *
 * @param who where the caller knows whom it is about
 * @param fields values as they are kept, by element; none is empty
 * @param consents levels by consent, or {@code refused}
 * @param notice the version that was shown; empty where none was
 * @param ages in years, by whose
 * @param asserted what the caller claims besides, as sent; nothing where it claims nothing
 * @param open whether it came through an open form, so that it may be anybody's
 * @param from the source, a term; empty where it is the point's own
 * @param actor who acts for her, where that is said
 */
record Posting(
    Optional<Who> who,
    SortedMap<String, String> fields,
    Map<String, String> consents,
    Map<String, String> choices,
    String notice,
    Map<String, Band> ages,
    Optional<Node> asserted,
    boolean open,
    String from,
    Optional<Who> actor) {
  @Override
  public String toString() {
    return "what was handed over";
  }
}
