// SPDX-License-Identifier: Apache-2.0
/**
 * What the documents in registers must have, as data with citations, and what one that lacks
 * nothing counts as: {@link dev.probity.notice.register.RegisterKinds}.
 */
@NullMarked
package dev.probity.notice.register;

import org.jspecify.annotations.NullMarked;
