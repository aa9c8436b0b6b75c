// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import dev.probity.kernel.fault.Fault;

/** What became of a file's bytes: a text, or the reason why they are none. Immutable. */
public sealed interface Decoded {
  record Text(NoticeText text) implements Decoded {}

  record Refused(Fault fault) implements Decoded {}
}
