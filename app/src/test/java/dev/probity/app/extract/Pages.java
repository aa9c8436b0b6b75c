// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Typesets small PDFs: blocks of lines with a gap between them, a head and a foot on each page. */
final class Pages {
  /** A paragraph; a larger size marks a heading. Breaks at blanks, hyphens and soft hyphens. */
  record Block(float size, String text) {
    static Block of(String text) {
      return new Block(11, text);
    }

    static Block heading(String text) {
      return new Block(16, text);
    }
  }

  private static final float WIDTH = 440;

  private Pages() {}

  static byte[] pdf(List<List<Block>> pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      for (int i = 0; i < pages.size(); i++) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
          line(out, font, 9, 760, "Lantern Hill Optics: privacy");
          float y = 720;
          for (Block block : pages.get(i)) {
            for (String text : wrapped(block, font)) {
              line(out, font, block.size(), y, text);
              y -= block.size() * 1.2f;
            }
            y -= 10;
          }
          line(out, font, 9, 40, "Page " + (i + 1) + " of " + pages.size());
        }
      }
      return bytes(document);
    }
  }

  private static List<String> wrapped(Block block, PDFont font) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : block.text().split("(?<=[ \u00AD-])")) {
      String set = (line + part).replace("\u00AD", "");
      if (font.getStringWidth(set.strip()) / 1000 * block.size() > WIDTH) {
        lines.add(line.toString().replaceAll("\u00AD$", "-").replace("\u00AD", "").strip());
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(line.toString().replace("\u00AD", "").strip());
    return lines;
  }

  static byte[] locked() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
      return bytes(document);
    }
  }

  static byte[] empty(int pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) document.addPage(new PDPage());
      return bytes(document);
    }
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  private static void line(PDPageContentStream out, PDFont font, float size, float y, String text)
      throws IOException {
    out.beginText();
    out.setFont(font, size);
    out.newLineAtOffset(60, y);
    out.showText(text);
    out.endText();
  }
}
