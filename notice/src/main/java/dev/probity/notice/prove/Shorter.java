// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A question with whatever it does not need left out. Stateless; one replay for each part. */
final class Shorter {
  private Shorter() {}

  /** Kinds of which something was found count as looked up, where that makes no difference. */
  static Question of(Question question, Predicate<Question> same) {
    List<Draft.Part> parts = Draft.parts(question);
    boolean looked = same.test(question(question, parts, true));
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (int i = parts.size() - 1; i >= 0; i--) {
        List<Draft.Part> rest = new ArrayList<>(parts);
        rest.remove(i);
        if (!same.test(question(question, rest, looked))) continue;
        parts = rest;
        shorter = true;
      }
    }
    return question(question, parts, looked);
  }

  private static Question question(Question whole, List<Draft.Part> parts, boolean looked) {
    Draft draft = new Draft();
    parts.forEach(part -> part.accept(draft));
    if (looked) draft.look();
    return draft.of(whole);
  }
}
