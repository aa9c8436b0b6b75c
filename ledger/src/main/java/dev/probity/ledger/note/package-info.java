// SPDX-License-Identifier: Apache-2.0
/**
 * Text with signatures (C2SP signed-note), and what a log says of itself in it (C2SP
 * tlog-checkpoint). Read first {@link dev.probity.ledger.note.Note} and {@link
 * dev.probity.ledger.note.SignedCheckpoint}.
 */
@NullMarked
package dev.probity.ledger.note;

import org.jspecify.annotations.NullMarked;
