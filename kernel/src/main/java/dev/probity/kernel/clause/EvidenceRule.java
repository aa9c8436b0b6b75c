// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long documents of a kind count: until a date for all of them, for a period from each one's
 * start, or as each states itself. Immutable.
 */
public record EvidenceRule(@Nullable Instant until, @Nullable Period lasts) {}
