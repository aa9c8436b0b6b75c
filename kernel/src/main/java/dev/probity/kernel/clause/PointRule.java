// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import org.jspecify.annotations.Nullable;

/** What a question that names a collection point may leave out: its purpose and its source. */
public record PointRule(@Nullable String purpose, @Nullable String source) {}
