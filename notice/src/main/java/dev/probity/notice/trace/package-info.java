// SPDX-License-Identifier: Apache-2.0
/**
 * From a pack's line citations to the trace that follows a notice through every format: {@link
 * dev.probity.notice.trace.Tracing}.
 */
@NullMarked
package dev.probity.notice.trace;

import org.jspecify.annotations.NullMarked;
