// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.term;

/** A match dimension of a clause whose values are terms in a tree. The data class is apart. */
public enum Dimension {
  ACTION,
  DATA,
  PURPOSE,
  RECIPIENT,
  POINT,
  SOURCE,
  TECHNOLOGY
}
