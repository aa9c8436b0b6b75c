// SPDX-License-Identifier: Apache-2.0
/** Notices as people read them: {@link dev.probity.web.publish.NoticeDoors}. */
@NullMarked
package dev.probity.web.publish;

import org.jspecify.annotations.NullMarked;
