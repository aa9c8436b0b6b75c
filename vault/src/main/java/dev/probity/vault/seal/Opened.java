// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

/** What came of opening a sealed value. */
public sealed interface Opened {
  record Value(Datum datum) implements Opened {}

  /** Its key is destroyed, or never was: nobody opens it again. */
  record Dark() implements Opened {}

  /** It was not sealed here, or was altered since. */
  record Refused() implements Opened {}
}
