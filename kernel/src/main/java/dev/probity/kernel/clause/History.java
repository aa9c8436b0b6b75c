// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All versions of a notice, oldest first, and how long data collected under an old one stays under
 * it. Immutable.
 *
 * @param until the pin holds until all of these are true
 * @param cite the clause that promises the pin; empty where there is none
 */
public record History(List<Pack> versions, Pin pin, List<Condition> until, String cite) {
  /** Whether data collected under an old version stays with it. */
  public enum Pin {
    /** The version in force at the event decides. */
    NONE,
    /** The old version decides. */
    ALL,
    /** What only the new version permits is denied; its new prohibitions hold at once. */
    NEW_PERMISSIONS
  }

  public History {
    versions = versions.stream().sorted(Comparator.comparing(Pack::inForce)).toList();
    until = List.copyOf(until);
  }

  public static History of(Pack only) {
    return new History(List.of(only), Pin.NONE, List.of(), "");
  }

  public Pack newest() {
    return versions.getLast();
  }

  public Optional<Pack> inForce(Instant at) {
    return versions.stream().filter(p -> !p.inForce().isAfter(at)).reduce((older, newer) -> newer);
  }

  public Optional<Pack> version(String name) {
    return versions.stream().filter(p -> p.version().equals(name)).findFirst();
  }
}
