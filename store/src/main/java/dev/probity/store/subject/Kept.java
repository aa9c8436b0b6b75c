// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.vault.seal.Origin;

/**
 * A value that is held of a person, opened. Immutable; says nothing of itself.
 *
 * @param part tells apart what came in at one time from what came in at others
 * @param annotation what she said against it; empty where she does not dispute it
 * @param claimed whether nobody has shown that it is hers: an open form said so
 */
public record Kept(String part, Origin origin, String value, String annotation, boolean claimed) {
  @Override
  public String toString() {
    return "a value of " + origin.element();
  }
}
