// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.fault.Where;
import java.util.List;

/**
 * A statement about all questions that lie wholly inside a match, with all of {@code when} true and
 * none of {@code unless}: none of them is permitted, or every one is. Immutable.
 *
 * @param id its name; empty where it stands alone
 * @param never none is permitted; else every one is
 * @param says the same in words
 * @param keeps ids without which it would not hold; none where no clause permits it anyway
 */
public record Assertion(
    String id,
    boolean never,
    Match match,
    List<Condition> when,
    List<Condition> unless,
    String says,
    List<String> keeps,
    Where where) {
  public Assertion {
    keeps = List.copyOf(keeps);
    when = List.copyOf(when);
    unless = List.copyOf(unless);
  }
}
