// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.fault.Where;
import java.util.List;

/**
 * How a tension within the notice was settled. Immutable.
 *
 * @param by clause, parameter, lint, alias, right or overlay
 * @param target the clause, or where the parameter, rule or right stands
 * @param over clauses that speak to the same questions and lose
 */
public record Resolve(
    String id, String by, String target, List<String> over, String says, Where where) {
  public static final List<String> WAYS =
      List.of("clause", "parameter", "lint", "alias", "right", "overlay");
}
