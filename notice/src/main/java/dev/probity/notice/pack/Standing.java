// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

/** How a row of a notice can be kept at all. */
public enum Standing {
  /** Decided or done by a running system. */
  ENFORCEABLE,
  /** Proved by evidence kept up to date. */
  CONTROL,
  /** Nothing to prove beyond being traced. */
  INFORMATIONAL
}
