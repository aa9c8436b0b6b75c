// SPDX-License-Identifier: Apache-2.0
/** What services show to be let in: {@link dev.probity.store.token.Tokens}. */
@NullMarked
package dev.probity.store.token;

import org.jspecify.annotations.NullMarked;
