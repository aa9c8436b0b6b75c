// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Terminal;
import dev.probity.notice.vocabulary.Lexicon;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What every command is given. Immutable.
 *
 * @param in the standard input
 * @param home the directory of the project
 * @param state where files of our own may be left
 * @param lexicon the shared vocabulary, which costs too much to read where nobody asks for it
 */
public record Surroundings(
    Terminal terminal,
    InputStream in,
    Path home,
    Path state,
    InstantSource clock,
    Supplier<Lexicon> lexicon) {}
