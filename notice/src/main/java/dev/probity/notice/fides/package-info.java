// SPDX-License-Identifier: Apache-2.0
/**
 * Reads Fides manifests (datasets, systems, policies, data categories; the format is fideslang's)
 * and writes the skeleton of a pack that they can ground.
 */
@NullMarked
package dev.probity.notice.fides;

import org.jspecify.annotations.NullMarked;
