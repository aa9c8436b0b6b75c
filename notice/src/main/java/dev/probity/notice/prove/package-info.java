// SPDX-License-Identifier: Apache-2.0
/**
 * Statements over all questions: {@link dev.probity.notice.prove.Prover} proves one or refutes it
 * with a question that decides so.
 */
@NullMarked
package dev.probity.notice.prove;

import org.jspecify.annotations.NullMarked;
