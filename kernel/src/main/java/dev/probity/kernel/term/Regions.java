// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.term;

import java.util.Map;
import java.util.Set;

/**
 * ISO 3166 codes ({@code US}, {@code US-CA}) and named sets of them ({@code EEA}). Immutable.
 *
 * @param sets members of each named set; no set contains itself, directly or not
 */
public record Regions(Map<String, Set<String>> sets) {
  public static final Regions NONE = new Regions(Map.of());

  public Regions {
    sets = Map.copyOf(sets);
  }

  /** Whether a stated region lies in another: undecided where it is stated too coarsely. */
  public Truth inside(String stated, String region) {
    if (stated.equals(region) || stated.startsWith(region + "-")) return Truth.TRUE;
    Set<String> parts = sets.get(stated);
    if (parts != null) return everyMember(parts, region);
    Set<String> members = sets.get(region);
    if (members != null) {
      return members.stream().map(m -> inside(stated, m)).reduce(Truth.FALSE, Truth::or);
    }
    return region.startsWith(stated + "-") ? Truth.UNKNOWN : Truth.FALSE;
  }

  private Truth everyMember(Set<String> members, String region) {
    boolean all = true;
    boolean none = true;
    for (String member : members) {
      Truth one = inside(member, region);
      all &= one == Truth.TRUE;
      none &= one == Truth.FALSE;
    }
    if (all) return Truth.TRUE;
    return none ? Truth.FALSE : Truth.UNKNOWN;
  }
}
