// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

/** What a record (a consent, a document, a setting) can be tied to in the question. */
public enum Tie {
  PURPOSE,
  RECIPIENT,
  DATA,
  SUBJECT,
  MODE
}
