// SPDX-License-Identifier: Apache-2.0
/** One question put to several packs: {@link dev.probity.notice.compare.Comparison}. */
@NullMarked
package dev.probity.notice.compare;

import org.jspecify.annotations.NullMarked;
