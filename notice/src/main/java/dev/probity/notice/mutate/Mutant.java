// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.mutate;

import dev.probity.kernel.clause.Clause;
import java.util.List;
import java.util.Set;

/**
 * A pack with one thing changed. Immutable.
 *
 * @param cites entries whose scenarios must notice
 * @param what the change, for a person
 * @param clauses all clauses of the changed pack
 */
record Mutant(Set<String> cites, String what, List<Clause> clauses) {}
