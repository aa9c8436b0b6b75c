// SPDX-License-Identifier: Apache-2.0
/**
 * The meaning: {@link dev.probity.kernel.decide.ReferenceDecider} is the definition that every
 * other engine is tested against.
 */
@NullMarked
package dev.probity.kernel.decide;

import org.jspecify.annotations.NullMarked;
