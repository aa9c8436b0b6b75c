// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import java.util.Locale;

/**
 * Something to be done with a decision, {@code record} or {@code tell:recipient}. Whoever cannot do
 * it must treat the answer as DENY. Immutable.
 *
 * @param object what the act is done to, empty where the verb says all
 */
public record Act(String verb, String object) {
  @Override
  public String toString() {
    return object.isEmpty() ? verb : verb + ":" + object;
  }

  /** What a requirement that may still be met asks of the caller. */
  public static Act asked(Condition needs) {
    return switch (needs) {
      case Condition.Channel c -> new Act("protect", c.atLeast().name().toLowerCase(Locale.ROOT));
      case Condition.Notice c -> new Act("tell", c.what());
      case Condition.Consent c -> new Act("verify", c.text());
      case Condition.Choice c -> new Act("verify", c.text());
      case Condition.Relation c -> new Act("verify", c.text());
      case Condition.Evidence c -> new Act("verify", c.text());
      case Condition.Region c -> new Act("verify", c.text());
      case Condition.Age c -> new Act("verify", c.text());
      case Condition.Role c -> new Act("verify", c.text());
      case Condition.State c -> new Act("verify", c.text());
    };
  }
}
