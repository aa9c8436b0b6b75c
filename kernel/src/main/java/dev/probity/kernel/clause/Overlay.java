// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import java.util.List;

/**
 * A pack laid over another where it applies: law, or a principal's rules. It narrows and obliges;
 * it never turns a no into a yes. Immutable.
 */
public record Overlay(String cite, Match match, List<Condition> when, Pack pack) {}
