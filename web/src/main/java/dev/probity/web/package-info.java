// SPDX-License-Identifier: Apache-2.0
/** The HTTP server as a whole: {@link dev.probity.web.Web}. */
@NullMarked
package dev.probity.web;

import org.jspecify.annotations.NullMarked;
