// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import java.util.Locale;

/** What a clause does. */
public enum Verb {
  PERMIT,
  FORBID,
  CLOSE,
  REQUIRE,
  OUTSIDE,
  DUTY,
  CONTROL,
  INFORM,
  /** The entry's substance stands in a section that keeps it. */
  NONE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
