// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

/**
 * A time in three layers that are never mixed: what the notice says, what the operator set, what
 * the law demands. ISO 8601 durations, business days as {@code P10BD}, {@code UNSTATED}, {@code
 * INDEFINITE} or {@code at-once}; empty where a layer is silent. Immutable.
 */
public record Within(String notice, String operator, String law) {
  public static final Within SILENT = new Within("", "", "");
}
