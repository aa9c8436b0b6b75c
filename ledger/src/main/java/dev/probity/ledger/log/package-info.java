// SPDX-License-Identifier: Apache-2.0
/**
 * The log itself as those see it who append and read, and where copies of it are put. Read first
 * {@link dev.probity.ledger.log.Log}.
 */
@NullMarked
package dev.probity.ledger.log;

import org.jspecify.annotations.NullMarked;
