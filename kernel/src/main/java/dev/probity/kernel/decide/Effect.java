// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

/** The four answers, mildest first; of several elements the strictest answer stands. */
public enum Effect {
  PERMIT,
  /** Another notice governs. */
  OUT_OF_SCOPE,
  /** No clause speaks: a hole in the notice, which fails closed. */
  NOT_COVERED,
  DENY
}
