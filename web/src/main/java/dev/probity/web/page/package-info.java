// SPDX-License-Identifier: Apache-2.0
/** Pages for people, without scripts: {@link dev.probity.web.page.Page}. */
@NullMarked
package dev.probity.web.page;

import org.jspecify.annotations.NullMarked;
