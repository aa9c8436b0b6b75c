// SPDX-License-Identifier: Apache-2.0
/**
 * What is wrong with a pack, and with the notice it encodes, beyond what stops it from being read.
 * Start with {@link dev.probity.notice.lint.Lint}.
 */
@NullMarked
package dev.probity.notice.lint;

import org.jspecify.annotations.NullMarked;
