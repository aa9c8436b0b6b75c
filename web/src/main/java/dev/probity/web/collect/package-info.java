// SPDX-License-Identifier: Apache-2.0
/** Where people and devices hand data over: {@link dev.probity.web.collect.PointDoors}. */
@NullMarked
package dev.probity.web.collect;

import org.jspecify.annotations.NullMarked;
