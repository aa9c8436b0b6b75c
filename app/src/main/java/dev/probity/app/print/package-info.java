// SPDX-License-Identifier: Apache-2.0
/**
 * What the commands say and how: to a person on a terminal, to a program as JSON. Read first {@link
 * Terminal} and {@link Json}.
 */
@NullMarked
package dev.probity.app.print;

import org.jspecify.annotations.NullMarked;
