// SPDX-License-Identifier: Apache-2.0
/**
 * What is asked and what is known: {@link dev.probity.kernel.question.Question} and three-valued
 * {@link dev.probity.kernel.question.Facts}.
 */
@NullMarked
package dev.probity.kernel.question;

import org.jspecify.annotations.NullMarked;
