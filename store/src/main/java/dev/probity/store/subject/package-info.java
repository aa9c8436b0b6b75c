// SPDX-License-Identifier: Apache-2.0
/** What is held of people, sealed: {@link dev.probity.store.subject.Subjects}. */
@NullMarked
package dev.probity.store.subject;

import org.jspecify.annotations.NullMarked;
