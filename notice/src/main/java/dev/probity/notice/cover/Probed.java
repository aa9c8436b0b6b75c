// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.cover;

import java.time.Instant;

/**
 * What a probe of a control found, and when. Immutable.
 *
 * @param probe its name, as the pack's {@code control} has it
 * @param saw what was seen, for a person
 */
public record Probed(String probe, boolean fine, Instant at, String saw) {}
