// SPDX-License-Identifier: Apache-2.0
/** The logs of the controllers, kept in the database: {@link dev.probity.store.log.Ledgers}. */
@NullMarked
package dev.probity.store.log;

import org.jspecify.annotations.NullMarked;
