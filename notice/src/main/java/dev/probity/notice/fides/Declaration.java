// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.kernel.fault.Where;
import java.util.Map;
import java.util.Set;

/**
 * What a privacy declaration means in our words. Immutable.
 *
 * @param egress the flows of its system that it names, and where; so {@code ingress}
 */
record Declaration(
    Set<String> data,
    Set<String> purposes,
    Map<String, Where> egress,
    Map<String, Where> ingress) {}
