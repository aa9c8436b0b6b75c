// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.text.Line;
import dev.probity.notice.text.NoticeText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** A notice in HTML: decoded as it says it is written, then read as a person would. */
final class HtmlFile {
  private HtmlFile() {}

  static Extract read(String name, byte[] bytes, Deadline deadline) throws Deadline.Passed {
    Document page = parse(bytes);
    Charset charset = page.charset();
    if (!written(bytes, charset)) {
      return new Extract.Refused(FileFaults.encoding(name, charset.name(), Where.file(name)));
    }
    return text(name, page, deadline);
  }

  static Extract text(String name, Document page, Deadline deadline) throws Deadline.Passed {
    List<Line> lines = new HtmlLines(deadline).of(content(page));
    if (lines.isEmpty()) return new Extract.Refused(FileFaults.noText(name, "page"));
    long characters = lines.stream().mapToLong(line -> line.text().length()).sum();
    if (characters > NoticeText.MAX_BYTES) {
      return new Extract.Refused(FileFaults.tooMuchText(name, NoticeText.MAX_BYTES));
    }
    return new Extract.Text(new NoticeText(name, lines));
  }

  /** The one main part where the page names it, else all of it. */
  private static Element content(Document page) {
    Elements mains = page.select("main, [role=main]");
    return mains.size() == 1 && mains.getFirst().hasText() ? mains.getFirst() : page.body();
  }

  private static Document parse(byte[] bytes) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  private static boolean written(byte[] bytes, Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
