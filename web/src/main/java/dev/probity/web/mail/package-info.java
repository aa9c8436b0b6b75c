// SPDX-License-Identifier: Apache-2.0
/** Mail as it leaves the house: {@link dev.probity.web.mail.Post}. */
@NullMarked
package dev.probity.web.mail;

import org.jspecify.annotations.NullMarked;
