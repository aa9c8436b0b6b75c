// SPDX-License-Identifier: Apache-2.0
/** Bodies, bounded and read strictly: {@link dev.probity.web.json.Body}. */
@NullMarked
package dev.probity.web.json;

import org.jspecify.annotations.NullMarked;
