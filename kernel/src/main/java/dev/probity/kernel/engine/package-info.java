// SPDX-License-Identifier: Apache-2.0
/**
 * The compiled engine: the meaning of {@link dev.probity.kernel.decide} from tables, fast enough to
 * ask at every use of a datum. Start with {@link dev.probity.kernel.engine.CompiledPack}; a service
 * whose notice changes holds a {@link dev.probity.kernel.engine.LiveEngine}.
 */
@NullMarked
package dev.probity.kernel.engine;

import org.jspecify.annotations.NullMarked;
