// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Node;
import java.util.List;

/**
 * One named thing in a section other than {@code clauses}: a point, a tracker, a right. Immutable.
 *
 * @param section name of the section
 * @param keeps entries whose substance this is
 */
public record Section(
    String section, String name, List<String> keeps, Node.Fields node, Where where) {}
