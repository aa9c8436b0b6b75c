// SPDX-License-Identifier: Apache-2.0
/**
 * What a decision and the loading of a pack cost here: a generated notice of three sizes, asked
 * through every door of the engine and of jCasbin. Start with {@link dev.probity.bench.Bench};
 * figures and how to read them are in {@code docs/performance.md}.
 */
@NullMarked
package dev.probity.bench;

import org.jspecify.annotations.NullMarked;
