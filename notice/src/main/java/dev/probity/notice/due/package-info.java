// SPDX-License-Identifier: Apache-2.0
/**
 * By when a law wants something done: its numbers ({@link dev.probity.notice.pack.Parameter}) put
 * to a day.
 */
@NullMarked
package dev.probity.notice.due;

import org.jspecify.annotations.NullMarked;
