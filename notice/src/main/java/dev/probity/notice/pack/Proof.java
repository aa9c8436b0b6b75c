// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

/** Where a promise must be shown to be kept; later places are harder. */
public enum Proof {
  /** The answer is the promise. */
  KERNEL,
  /** A running door did it or refused it. */
  SERVER,
  /** Only a real browser can show it. */
  BROWSER,
  /** A rights request ran. */
  DESK
}
