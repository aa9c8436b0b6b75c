// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.question;

/** A kind of fact that is looked up as a whole, or not. */
public enum Kind {
  CONSENT,
  CHOICE,
  NOTICE,
  RELATION,
  EVIDENCE,
  REGION,
  AGE,
  ROLE,
  STATE,
  CHANNEL
}
