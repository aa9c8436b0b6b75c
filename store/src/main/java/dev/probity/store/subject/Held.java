// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.store.register.Registered;
import java.time.Instant;

/**
 * What is held of a person, as one snapshot. Whoever gets one owns the arrays.
 *
 * @param own her sheet; empty where nothing is held
 * @param device that of the device asked for; empty where there is none
 * @param changed when anything of hers last changed
 * @param keptOut whether she was erased before, and has not come back of her own
 * @param registers what the controller holds besides, about nobody in particular
 */
public record Held(
    byte[] own, byte[] device, Instant changed, boolean keptOut, Registered registers) {
  /** No decision that saw this is earlier. */
  public Instant seen() {
    return registers.changed().isAfter(changed) ? registers.changed() : changed;
  }

  @Override
  public String toString() {
    return "what is held of a person";
  }
}
