// SPDX-License-Identifier: Apache-2.0
/**
 * What a log of a controller records, without anything personal in clear: words of the vocabulary,
 * times, pseudonyms of one entry each, salted commitments. Read first {@link
 * dev.probity.ledger.entry.Entry}.
 */
@NullMarked
package dev.probity.ledger.entry;

import org.jspecify.annotations.NullMarked;
