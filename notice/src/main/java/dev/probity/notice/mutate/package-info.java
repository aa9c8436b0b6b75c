// SPDX-License-Identifier: Apache-2.0
/** Which parts of a pack no scenario would miss: {@link dev.probity.notice.mutate.Mutation}. */
@NullMarked
package dev.probity.notice.mutate;

import org.jspecify.annotations.NullMarked;
