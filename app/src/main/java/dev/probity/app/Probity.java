// SPDX-License-Identifier: Apache-2.0
package dev.probity.app;

import dev.probity.app.cli.Commands;
import dev.probity.app.cli.Serving;
import dev.probity.app.cli.Surroundings;
import dev.probity.app.print.Terminal;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.vocabulary.LexiconReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/**
 * The program. What the launcher found out comes as system properties: {@code probity.home}, the
 * directory it stands in; {@code probity.out} and {@code probity.err}, whether they are a terminal;
 * {@code probity.width}, its columns. Exits 0 fine, 1 findings, 2 wrong use.
 */
public final class Probity {
  private static final int USUAL_WIDTH = 100;

  private Probity() {}

  public static void main(String[] args) {
    run(Serving.ELSEWHERE, args);
  }

  /** Runs the command that {@code args} name, with what the server's commands do, and ends. */
  public static void run(Serving serving, String... args) {
    // Why: PDFBox tells a log what it mends in a PDF, and keeps a list of the machine's fonts.
    System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
    // Why: it is read while the words of the command are, on a core that has nothing else to do.
    CompletableFuture<Lexicon> lexicon = CompletableFuture.supplyAsync(LexiconReader::shipped);
    Path home = Path.of(System.getProperty("probity.home", "."));
    Path state = home.resolve(".probity");
    System.setProperty("pdfbox.fontcache", state.toString());
    Surroundings here =
        new Surroundings(terminal(), System.in, home, state, InstantSource.system(), lexicon::join);
    int code = new Outermost(here).run(() -> Commands.run(here, serving, args));
    here.terminal().flush();
    System.exit(code);
  }

  private static Terminal terminal() {
    boolean colour = System.getenv("NO_COLOR") == null || System.getenv("NO_COLOR").isEmpty();
    boolean out = "terminal".equals(System.getProperty("probity.out"));
    boolean err = "terminal".equals(System.getProperty("probity.err"));
    int width = Integer.getInteger("probity.width", USUAL_WIDTH);
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        colour && out,
        colour && err,
        err,
        Math.clamp(width, 40, 160));
  }

  private static PrintStream stream(FileDescriptor end) {
    return new PrintStream(new FileOutputStream(end), false, StandardCharsets.UTF_8);
  }
}
