// SPDX-License-Identifier: Apache-2.0
/** The roof: {@link dev.probity.app.Probity} is where a command begins and where it ends. */
@NullMarked
package dev.probity.app;

import org.jspecify.annotations.NullMarked;
