// SPDX-License-Identifier: Apache-2.0
/**
 * The words of decisions: dimensions, trees of terms, the data-class lattice, regions. Start with
 * {@link dev.probity.kernel.term.Vocabulary}.
 */
@NullMarked
package dev.probity.kernel.term;

import org.jspecify.annotations.NullMarked;
