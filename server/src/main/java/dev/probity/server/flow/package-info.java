// SPDX-License-Identifier: Apache-2.0
/**
 * Flows of packs at the doors of a running server: {@link dev.probity.server.flow.Enforcement}. A
 * step whose door is missing fails.
 */
@NullMarked
package dev.probity.server.flow;

import org.jspecify.annotations.NullMarked;
