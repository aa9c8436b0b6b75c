// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.vault.seal.Origin;
import java.time.Instant;
import java.util.List;

/**
 * What there is of a person that could be erased. Says nothing of itself.
 *
 * @param sheet the facts held of her; whoever gets it owns the array
 * @param values what is known of each value beside itself
 * @param identifiers how many things name her
 * @param devices how many of her devices something is held of
 */
public record Standing(
    byte[] sheet, List<Origin> values, int identifiers, int devices, Instant moment) {
  @Override
  public String toString() {
    return "what there is of a person";
  }
}
