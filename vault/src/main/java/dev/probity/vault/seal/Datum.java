// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

import java.util.Arrays;

/**
 * A value in clear, with what its person said against it, which travels with it (45 CFR
 * 164.526(d)). It shows itself in no log. Immutable.
 *
 * @param annotation empty where nobody disputes it
 */
public record Datum(Origin origin, byte[] value, String annotation) {
  public Datum {
    value = value.clone();
  }

  @Override
  public byte[] value() {
    return value.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Datum d
        && origin.equals(d.origin)
        && Arrays.equals(value, d.value)
        && annotation.equals(d.annotation);
  }

  @Override
  public int hashCode() {
    return 31 * origin.hashCode() + Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "a value of " + origin.element();
  }
}
