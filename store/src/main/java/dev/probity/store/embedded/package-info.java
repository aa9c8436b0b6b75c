// SPDX-License-Identifier: Apache-2.0
/**
 * PostgreSQL as processes of our own in a data directory, for trial and for one machine: {@link
 * dev.probity.store.embedded.Embedded}.
 */
@NullMarked
package dev.probity.store.embedded;

import org.jspecify.annotations.NullMarked;
