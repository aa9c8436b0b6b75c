// SPDX-License-Identifier: Apache-2.0
/**
 * Reads a whole log and says what was altered, as far as that can be known. Read first {@link
 * dev.probity.ledger.audit.Audit}.
 */
@NullMarked
package dev.probity.ledger.audit;

import org.jspecify.annotations.NullMarked;
