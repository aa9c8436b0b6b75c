// SPDX-License-Identifier: Apache-2.0
/**
 * The database, embedded or external, and what is kept in it under one controller at a time: {@link
 * dev.probity.store.Store}.
 */
@NullMarked
package dev.probity.store;

import org.jspecify.annotations.NullMarked;
