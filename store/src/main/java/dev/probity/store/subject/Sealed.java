// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

/**
 * Something sealed under a person's own key. Whoever gets one owns the arrays.
 *
 * @param subject her number in rows, which says nothing of her
 */
public record Sealed(byte[] subject, byte[] bytes) {
  @Override
  public String toString() {
    return "something sealed";
  }
}
