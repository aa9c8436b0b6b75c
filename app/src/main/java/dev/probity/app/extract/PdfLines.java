// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** The lines of a PDF with their places, page by page, no further than the deadline. One thread. */
final class PdfLines extends PDFTextStripper {
  private final Deadline deadline;
  private final List<PageLine> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable TextPosition first;
  private @Nullable TextPosition last;

  private PdfLines(Deadline deadline) {
    this.deadline = deadline;
  }

  static List<PageLine> of(PDDocument document, Deadline deadline) throws IOException {
    PdfLines stripper = new PdfLines(deadline);
    stripper.writeText(document, Writer.nullWriter());
    return stripper.lines;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    deadline.check();
    super.processOperator(operator, operands);
  }

  @Override
  protected void writeString(String word, List<TextPosition> positions) {
    if (first == null && !positions.isEmpty()) first = positions.getFirst();
    if (!positions.isEmpty()) last = positions.getLast();
    text.append(word);
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    end();
  }

  @Override
  protected void writePageEnd() {
    end();
  }

  private void end() {
    String said = text.toString().strip();
    TextPosition from = first;
    TextPosition to = last;
    text.setLength(0);
    first = null;
    if (said.isEmpty() || from == null || to == null) return;
    lines.add(
        new PageLine(
            said,
            getCurrentPageNo(),
            from.getXDirAdj(),
            to.getXDirAdj() + to.getWidthDirAdj(),
            from.getYDirAdj(),
            from.getFontSizeInPt()));
  }
}
