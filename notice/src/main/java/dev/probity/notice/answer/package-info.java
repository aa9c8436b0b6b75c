// SPDX-License-Identifier: Apache-2.0
/**
 * Answers as programs read them, the same at every door: {@link dev.probity.notice.answer.Trees}.
 */
@NullMarked
package dev.probity.notice.answer;

import org.jspecify.annotations.NullMarked;
