// SPDX-License-Identifier: Apache-2.0
/**
 * Which sentences are traced and which promises are kept: {@link
 * dev.probity.notice.cover.Coverage}. Nothing counts because somebody wrote so.
 */
@NullMarked
package dev.probity.notice.cover;

import org.jspecify.annotations.NullMarked;
