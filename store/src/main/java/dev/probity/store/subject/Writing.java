// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import java.util.List;

/**
 * What is written about a person in one go, or not at all. Immutable; says nothing of itself.
 *
 * @param sheet what is held of her from now on, of facts
 * @param values to be kept, each sealed by itself
 * @param told what the log says of it
 */
public record Writing(byte[] sheet, List<Given> values, List<Told> told) {
  @Override
  public String toString() {
    return "what is written about a person";
  }
}
