// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import dev.probity.kernel.question.Question;

/** Something that answers questions about one controller. Implementations say what they cost. */
public interface Decider {
  Decision decide(Question question);
}
