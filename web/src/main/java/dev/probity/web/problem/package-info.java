// SPDX-License-Identifier: Apache-2.0
/** What a program is told when it is refused: {@link dev.probity.web.problem.Problem}. */
@NullMarked
package dev.probity.web.problem;

import org.jspecify.annotations.NullMarked;
