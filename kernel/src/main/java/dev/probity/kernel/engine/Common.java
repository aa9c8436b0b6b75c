// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

/** What all packs of one engine read questions and facts with. Immutable. */
record Common(Words words, Places places, Periods periods) {}
