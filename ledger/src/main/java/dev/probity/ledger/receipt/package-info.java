// SPDX-License-Identifier: Apache-2.0
/** What a person takes home: {@link dev.probity.ledger.receipt.Receipt}. */
@NullMarked
package dev.probity.ledger.receipt;

import org.jspecify.annotations.NullMarked;
