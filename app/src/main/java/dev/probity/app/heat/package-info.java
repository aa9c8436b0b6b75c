// SPDX-License-Identifier: Apache-2.0
/**
 * The heat map: a notice as one page that shows how far each of its sentences is kept. Read first
 * {@link dev.probity.app.heat.HeatMap}.
 */
@NullMarked
package dev.probity.app.heat;

import org.jspecify.annotations.NullMarked;
