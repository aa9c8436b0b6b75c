// SPDX-License-Identifier: Apache-2.0
/** Questions over HTTP, and who may ask them: {@link dev.probity.web.decide.Controllers}. */
@NullMarked
package dev.probity.web.decide;

import org.jspecify.annotations.NullMarked;
