// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.text.NoticeText;

/** What became of a notice file: its text, or the reason why there is none. Immutable. */
public sealed interface Extract {
  /**
   * The text. {@code wrapped} where its lines end at the edge of a page and not of a paragraph, as
   * in a PDF, so that they must be read as sentences whatever the pack cites.
   */
  record Text(NoticeText notice, boolean wrapped) implements Extract {}

  record Refused(Fault fault) implements Extract {}
}
