// SPDX-License-Identifier: Apache-2.0
/** A log that a server serves, read from outside: {@link dev.probity.app.served.ServedLog}. */
@NullMarked
package dev.probity.app.served;

import org.jspecify.annotations.NullMarked;
