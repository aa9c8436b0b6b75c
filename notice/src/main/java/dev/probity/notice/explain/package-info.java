// SPDX-License-Identifier: Apache-2.0
/** A clause in its surroundings: {@link dev.probity.notice.explain.Explanation}. */
@NullMarked
package dev.probity.notice.explain;

import org.jspecify.annotations.NullMarked;
