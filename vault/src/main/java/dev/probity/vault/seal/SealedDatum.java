// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

/** A value as a store keeps it. Whoever makes one gives up the array. */
public record SealedDatum(Origin origin, byte[] sealed) {
  @Override
  public String toString() {
    return "a sealed value of " + origin.element();
  }
}
