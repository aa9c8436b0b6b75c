// SPDX-License-Identifier: Apache-2.0
/**
 * The commands, one class each: read the arguments, ask the rooms below, print. Read first {@link
 * dev.probity.app.cli.Commands}, {@link dev.probity.app.cli.Surroundings} and {@link
 * dev.probity.app.cli.Exit}.
 */
@NullMarked
package dev.probity.app.cli;

import org.jspecify.annotations.NullMarked;
