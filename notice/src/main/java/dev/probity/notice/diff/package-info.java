// SPDX-License-Identifier: Apache-2.0
/**
 * What one version of a pack answers otherwise than another: {@link dev.probity.notice.diff.Diff},
 * and which of two packs is the stricter: {@link dev.probity.notice.diff.Strictness}.
 */
@NullMarked
package dev.probity.notice.diff;

import org.jspecify.annotations.NullMarked;
