// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.log;

import dev.probity.ledger.note.SignedCheckpoint;

/**
 * Where a batch came to stand, in the order given. Immutable.
 *
 * @param first index of its first entry
 * @param checkpoint one that holds the whole batch, and perhaps more
 */
public record Appended(long first, SignedCheckpoint checkpoint) {}
