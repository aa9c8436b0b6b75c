// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import java.util.Locale;

/** What a requirement that is not decided yet asks the caller to do. */
final class Attached {
  private Attached() {}

  static String act(Condition needs) {
    if (needs instanceof Condition.Channel channel) {
      return "protect:" + channel.atLeast().name().toLowerCase(Locale.ROOT);
    }
    return needs instanceof Condition.Notice notice
        ? "tell:" + notice.what()
        : "verify:" + needs.text();
  }
}
