// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import dev.probity.notice.text.Decoded;
import dev.probity.notice.text.NoticeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Reads a notice file of any of the four kinds into numbered lines. The ending of the name says
 * which kind it is; a PDF is known by its first bytes too. Immutable. Never holds more of a file
 * than {@link Limits#fileBytes} and one byte.
 */
public final class Extractor {
  private enum Kind {
    TEXT,
    MARKDOWN,
    HTML,
    PDF
  }

  private final Limits limits;
  private final InstantSource clock;

  public Extractor(Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** The text of {@code file}, under the name {@code name} in every complaint. */
  public Extract read(Path file, String name) {
    if (Files.isDirectory(file)) return new Extract.Refused(FileFaults.directory(name));
    if (!Files.exists(file)) return new Extract.Refused(FileFaults.missing(name));
    try {
      long size = Files.size(file);
      if (size > limits.fileBytes()) return tooLarge(name, size);
      try (InputStream in = Files.newInputStream(file)) {
        return read(name, in.readNBytes(Math.addExact(limits.fileBytes(), 1)));
      }
    } catch (IOException e) {
      return new Extract.Refused(FileFaults.unreadable(name));
    }
  }

  Extract read(String name, byte[] bytes) {
    if (bytes.length > limits.fileBytes()) return tooLarge(name, bytes.length);
    Deadline deadline = Deadline.in(limits.time(), clock);
    try {
      return switch (kind(name, bytes)) {
        case TEXT -> text(NoticeText.decode(name, bytes, NoticeText.MAX_BYTES));
        case MARKDOWN -> markdown(name, bytes, deadline);
        case HTML -> HtmlFile.read(name, bytes, deadline);
        case PDF -> new PdfFile(name, limits.pages(), deadline).read(bytes);
      };
    } catch (Deadline.Passed e) {
      return new Extract.Refused(FileFaults.slow(name, limits.time().toSeconds()));
    }
  }

  private Extract tooLarge(String name, long bytes) {
    return new Extract.Refused(FileFaults.tooLarge(name, bytes, limits.fileBytes()));
  }

  private static Extract text(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Text text -> new Extract.Text(text.text());
      case Decoded.Refused refused -> new Extract.Refused(refused.fault());
    };
  }

  /** Markdown has to be UTF-8 as text has; then it is read as the page it stands for. */
  private static Extract markdown(String name, byte[] bytes, Deadline deadline)
      throws Deadline.Passed {
    return switch (NoticeText.decode(name, bytes, NoticeText.MAX_BYTES)) {
      case Decoded.Refused refused -> new Extract.Refused(refused.fault());
      case Decoded.Text text -> HtmlFile.text(name, MarkdownPage.of(text.text()), deadline);
    };
  }

  private static Kind kind(String name, byte[] bytes) {
    String lower = name.toLowerCase(Locale.ROOT);
    String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    if (lower.endsWith(".pdf") || head.startsWith("%PDF-")) return Kind.PDF;
    if (lower.endsWith(".md") || lower.endsWith(".markdown")) return Kind.MARKDOWN;
    if (lower.matches(".*\\.x?html?")) return Kind.HTML;
    return Kind.TEXT;
  }
}
