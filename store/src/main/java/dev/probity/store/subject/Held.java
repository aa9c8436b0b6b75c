// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import java.time.Instant;

/**
 * What is held of a person, as one snapshot. Whoever gets one owns the arrays.
 *
 * @param own her sheet; empty where nothing is held
 * @param device that of the device asked for; empty where there is none
 * @param changed when anything of hers last changed; no decision that saw it is earlier
 * @param keptOut whether she was erased before, and has not come back of her own
 */
public record Held(byte[] own, byte[] device, Instant changed, boolean keptOut) {
  @Override
  public String toString() {
    return "what is held of a person";
  }
}
