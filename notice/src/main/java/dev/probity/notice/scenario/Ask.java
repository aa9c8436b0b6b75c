// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.question.Question;
import dev.probity.notice.pack.Proof;
import dev.probity.notice.yaml.Node;
import java.util.List;

/** What a scenario asks. All kinds are immutable. */
public sealed interface Ask {
  /** May this be done? */
  record Decide(Question question) implements Ask {}

  /** What does this event oblige to? The question carries facts and time only. */
  record Event(String event, Question question) implements Ask {}

  /** Which of these fields may be seen? The question is asked for each field alone. */
  record View(List<String> fields, Question question) implements Ask {}

  /** Steps at the doors of a running server, in the order in which they are taken. */
  record Flow(List<Step> steps) implements Ask {}

  /** A scenario of a harder place of proof, which other rooms run. */
  record Elsewhere(Proof place, Node.Fields steps) implements Ask {}
}
