// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.text.NoticeText;

/** What became of a notice file: its text, or the reason why there is none. Immutable. */
public sealed interface Extract {
  /**
   * The text. Where the file sets paragraphs and not lines (Markdown, HTML, PDF) a line is a whole
   * paragraph, list item or table row.
   */
  record Text(NoticeText notice) implements Extract {}

  record Refused(Fault fault) implements Extract {}
}
