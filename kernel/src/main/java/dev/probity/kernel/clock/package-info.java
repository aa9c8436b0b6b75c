// SPDX-License-Identifier: Apache-2.0
/**
 * When something is due: spans of time as laws write them, calendars of working days, and the
 * {@link dev.probity.kernel.clock.Clock} that puts them together. No clock here ever reads the
 * time.
 */
@NullMarked
package dev.probity.kernel.clock;

import org.jspecify.annotations.NullMarked;
