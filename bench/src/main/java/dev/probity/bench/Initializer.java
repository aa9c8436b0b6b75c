// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

/** Marks what JMH calls before anything else reads a benchmark's fields. */
@interface Initializer {}
