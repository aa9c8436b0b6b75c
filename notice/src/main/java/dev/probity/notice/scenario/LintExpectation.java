// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.fault.Where;
import java.util.List;

/**
 * A finding that lint must have, because the notice itself is at fault there. Immutable.
 *
 * @param at the clause, section or line it is found at
 */
public record LintExpectation(String rule, String at, List<String> keeps, Where where) {}
