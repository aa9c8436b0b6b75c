// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.text.Line;
import dev.probity.notice.text.NoticeText;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A notice in a PDF: its lines without heads, feet and hyphenation. */
record PdfFile(String name, int pages, Deadline deadline) {
  /** What the parts of a PDF may take once they are unpacked, so that none can fill the memory. */
  private static final long UNPACKED = 512L << 20;

  Extract read(byte[] bytes) throws Deadline.Passed {
    try (PDDocument document = open(bytes)) {
      if (document.getNumberOfPages() > pages) {
        return refused(FileFaults.tooManyPages(name, document.getNumberOfPages(), pages));
      }
      return text(PdfLines.of(document, deadline));
    } catch (InvalidPasswordException e) {
      return refused(FileFaults.locked(name));
    } catch (Deadline.Passed e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Why: PDFBox meets some damaged files with unchecked exceptions of many kinds.
      return refused(FileFaults.damaged(name));
    }
  }

  private static PDDocument open(byte[] bytes) throws IOException {
    return Loader.loadPDF(
        bytes, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(UNPACKED).streamCache);
  }

  private Extract text(List<PageLine> lines) {
    if (lines.isEmpty()) return refused(FileFaults.noText(name, "PDF"));
    long characters = lines.stream().mapToLong(line -> line.text().length()).sum();
    if (characters > NoticeText.MAX_BYTES) {
      return refused(FileFaults.tooMuchText(name, NoticeText.MAX_BYTES));
    }
    List<Line> joined = Paragraphs.joined(Margins.dropped(lines));
    return new Extract.Text(new NoticeText(name, joined));
  }

  private static Extract refused(Fault fault) {
    return new Extract.Refused(fault);
  }
}
