// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

/**
 * A three-valued reading as two literals: known to hold, known not to hold; unknown is neither.
 * Immutable.
 */
record Both(int yes, int no) {}
