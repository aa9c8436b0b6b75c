// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import java.time.LocalDate;

/**
 * A person's erasure that came to its end.
 *
 * @param intent the index of the entry that announced it
 * @param receipt the index of the entry that says that it is done
 * @param dark the day from which on no copy of a key opens what was hers
 * @param linkedUntil the first day on which nobody can tell any more which entries were hers
 * @param event what obliged to it; empty where it was asked for
 */
public record Erasure(
    long intent, long receipt, LocalDate dark, LocalDate linkedUntil, String event) {}
