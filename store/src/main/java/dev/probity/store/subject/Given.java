// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.vault.seal.Origin;
import java.util.Set;

/**
 * A value of a person's to be kept, in clear. Immutable; says nothing of itself.
 *
 * @param instead whether it takes the place of what was held of the same element
 * @param claimed whether nobody has shown that it is hers: an open form said so
 */
public record Given(
    Origin origin, String value, String annotation, boolean instead, boolean claimed) {
  private static final Set<String> OWN =
      Set.of("subject", "minor", "subject.request", "proxy", "guardian");

  /** Of somebody who has shown who she is, or whom a service vouches for. */
  public Given(Origin origin, String value, String annotation, boolean instead) {
    this(origin, value, annotation, instead, false);
  }

  /** What she or who acts for her gave, asked; not what was found, observed or bought. */
  boolean isOwnAct() {
    return OWN.contains(origin.source());
  }

  @Override
  public String toString() {
    return "a value of " + origin.element();
  }
}
