// SPDX-License-Identifier: Apache-2.0
/**
 * What a pack says: clauses, their match, the ten kinds of condition, acts, and the {@link
 * dev.probity.kernel.clause.Pack} that holds them.
 */
@NullMarked
package dev.probity.kernel.clause;

import org.jspecify.annotations.NullMarked;
