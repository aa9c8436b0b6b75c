// SPDX-License-Identifier: Apache-2.0
/** The server, put together by hand in one place: {@link dev.probity.server.Server}. */
@NullMarked
package dev.probity.server;

import org.jspecify.annotations.NullMarked;
