// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.question.Question;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds questions in a space. A candidate that the reference engine answers otherwise, or that no
 * records can make real, is set aside and the search goes on. One thread.
 */
final class Search {
  private final Space space;
  private int setAside;

  Search(Space space) {
    this.space = space;
  }

  /** A question for which all literals hold and the replay agrees; nothing where there is none. */
  Optional<Question> find(Predicate<Question> replay, int... literals) {
    while (space.gates().solver().solve(literals)) {
      Optional<Question> found = space.question();
      if (found.isPresent()) {
        if (replay.test(found.get())) return found;
        space.gates().exclude();
      }
      setAside++;
    }
    return Optional.empty();
  }

  int setAside() {
    return setAside;
  }
}
