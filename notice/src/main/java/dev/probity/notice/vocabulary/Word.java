// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.vocabulary;

import java.util.Map;
import java.util.Set;

/**
 * One term of the shared vocabulary. Immutable.
 *
 * @param parent key of the term above, empty for a root
 * @param labels short names by language
 * @param links where the term stands elsewhere: {@code dpv}, {@code broader}, {@code fides}, {@code
 *     loinc}, {@code snomed}
 * @param members of a named set of regions, else empty
 */
public record Word(
    String key,
    String parent,
    Map<String, String> labels,
    Map<String, String> links,
    Set<String> members) {}
