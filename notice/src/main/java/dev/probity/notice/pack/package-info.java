// SPDX-License-Identifier: Apache-2.0
/**
 * The pack language: a folder of YAML becomes a {@link dev.probity.notice.pack.PackSource}, and
 * every mistake in it a fault with a place.
 */
@NullMarked
package dev.probity.notice.pack;

import org.jspecify.annotations.NullMarked;
