// SPDX-License-Identifier: Apache-2.0
/** Documents of a controller about nobody: {@link dev.probity.store.register.Registers}. */
@NullMarked
package dev.probity.store.register;

import org.jspecify.annotations.NullMarked;
