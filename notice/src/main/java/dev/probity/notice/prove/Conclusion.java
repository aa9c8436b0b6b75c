// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.pack.Assertion;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What came of trying to prove an assertion. Immutable. */
public sealed interface Conclusion {
  Assertion assertion();

  Checked checked();

  /** No question contradicts the assertion. */
  record Proved(Assertion assertion, Checked checked) implements Conclusion {}

  /** This question does, as the reference engine answers it. */
  record Refuted(Assertion assertion, Checked checked, Question witness, Decision decision)
      implements Conclusion {}

  /**
   * How large the space was.
   *
   * @param moments one for each stretch of time in which no rule changes
   * @param classes terms of each dimension that some clause tells apart
   * @param facts things that may be known or not
   * @param setAside candidates that no records can make real
   */
  record Checked(
      List<Instant> moments,
      int clauses,
      Map<Dimension, Integer> classes,
      int facts,
      int setAside) {}
}
