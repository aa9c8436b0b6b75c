// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import java.time.Instant;

/**
 * What is held of a person, as one snapshot. Whoever gets one owns the arrays.
 *
 * @param own her sheet; empty where nothing is held
 * @param device that of the device asked for; empty where there is none
 * @param changed when anything of hers last changed; no decision that saw it is earlier
 */
public record Held(byte[] own, byte[] device, Instant changed) {
  @Override
  public String toString() {
    return "what is held of a person";
  }
}
