// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

/** How firmly the notice says it: shown and counted, never read by a decision. */
public enum Strength {
  FIRM,
  ENDEAVOUR,
  MAY
}
