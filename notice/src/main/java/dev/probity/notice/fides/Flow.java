// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.kernel.fault.Where;
import java.util.Map;

/**
 * An entry of a system's {@code egress} or {@code ingress}. Immutable.
 *
 * @param type {@code dataset}, {@code system} or {@code user}
 */
record Flow(String key, String type, Map<String, Where> categories, Where where, String path) {}
