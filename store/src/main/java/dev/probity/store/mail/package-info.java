// SPDX-License-Identifier: Apache-2.0
/** Mail on its way out, sealed: {@link dev.probity.store.mail.Mails}. */
@NullMarked
package dev.probity.store.mail;

import org.jspecify.annotations.NullMarked;
