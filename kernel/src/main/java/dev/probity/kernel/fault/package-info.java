// SPDX-License-Identifier: Apache-2.0
/** What a person is told when their input cannot be used: a code, a sentence, a fix, a place. */
@NullMarked
package dev.probity.kernel.fault;

import org.jspecify.annotations.NullMarked;
