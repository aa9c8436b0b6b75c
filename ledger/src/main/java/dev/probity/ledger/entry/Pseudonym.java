// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import dev.probity.ledger.tree.Hash;

/**
 * Who an entry is about, in this entry only: another entry about the same person bears another.
 * Only the person's {@link LinkKey} tells. Immutable.
 */
public record Pseudonym(Hash hash) {}
