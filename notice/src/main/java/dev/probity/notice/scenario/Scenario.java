// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.fault.Where;
import java.util.List;

/**
 * One run of a promise: what was found, what is asked, what must come out. Immutable.
 *
 * @param keeps entries or rows it shows to be kept
 */
public record Scenario(String name, Where where, List<String> keeps, Ask ask, Expect expect) {}
