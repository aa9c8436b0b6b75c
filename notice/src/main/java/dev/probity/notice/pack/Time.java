// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clock.Span;

/** What a law says of a time: a length, no number, a day with a name, or nothing. Immutable. */
public sealed interface Time {
  /** A number: {@code P45D}, {@code P10BD}, {@code PT72H}. */
  record Counted(Span span, String written) implements Time {}

  /** Soon, and no number: "without undue delay", "reasonable". */
  record Promptly() implements Time {}

  /** A day or an event: {@code at-collection}, {@code preceding-calendar-year}. */
  record Named(String what) implements Time {}

  /**
   * The law is silent: then what the notice or the operator says holds, and it is shown as such.
   */
  record Silent() implements Time {}
}
