// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Within;
import dev.probity.kernel.fault.Where;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of the {@code clauses} section, as its author wrote it. Immutable.
 *
 * @param row the catalogue row it belongs to: its own id unless it says otherwise
 * @param lines where in the notice it stands, as written; empty on a second clause of a row
 * @param says one sentence of ours, by language
 * @param value what stands behind the verb, in words
 * @param within the time it takes, in three layers; silent where it names none
 * @param clauses what it decides; empty for controls, information and entries kept by a section
 */
public record Entry(
    String id,
    String row,
    Where where,
    String lines,
    Map<String, String> says,
    Strength strength,
    Optional<Proof> proof,
    Verb verb,
    String value,
    boolean absolute,
    Set<String> except,
    List<String> resolves,
    Within within,
    List<Clause> clauses) {
  public boolean isSecond() {
    return !row.equals(id);
  }
}
