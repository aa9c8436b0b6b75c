// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.cover;

import dev.probity.notice.pack.Proof;
import dev.probity.notice.pack.Standing;
import dev.probity.notice.pack.Strength;
import java.util.List;
import java.util.Optional;

/**
 * How far one row of a notice is kept. Immutable.
 *
 * @param decided whether its kernel scenarios pass and show all that its clauses do
 * @param enforced whether scenarios at a harder place of proof pass
 * @param probed what a probe found, of a control; none where none ran
 * @param needs what is missing, for a person; empty where the row is kept
 */
public record RowState(
    String row,
    Standing standing,
    Optional<Proof> proof,
    Strength strength,
    boolean decided,
    boolean enforced,
    Optional<Probed> probed,
    List<String> needs) {
  /** Only the declared place of proof counts. */
  public boolean kept() {
    return enforced || (decided && proof.equals(Optional.of(Proof.KERNEL)));
  }

  public boolean open() {
    return standing != Standing.INFORMATIONAL && !kept() && !shown();
  }

  /** A control that a probe has just shown. It is no promise kept and never counted as one. */
  public boolean shown() {
    return probed.filter(Probed::fine).isPresent();
  }
}
