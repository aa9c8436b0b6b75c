// SPDX-License-Identifier: Apache-2.0
/**
 * Spans of requests, sent to a collector where one is named: {@link dev.probity.web.trace.Spans}.
 */
@NullMarked
package dev.probity.web.trace;

import org.jspecify.annotations.NullMarked;
