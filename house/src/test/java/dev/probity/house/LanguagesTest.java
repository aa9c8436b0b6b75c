// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.app.extract.Extract;
import dev.probity.app.extract.Extractor;
import dev.probity.app.extract.Limits;
import dev.probity.kernel.decide.Reference;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.cover.Coverage;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Line;
import dev.probity.notice.text.NoticeText;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A notice is followed in each language it is written in. */
class LanguagesTest {
  @ParameterizedTest
  @CsvSource({"example, en", "example, sv", "manvila, en", "manvila, sv"})
  void everySentenceIsTracedAndOneChangedWordIsSeen(String pack, String language) {
    Path folder = Repository.pack(pack);
    NoticeText notice = read(folder.resolve("notice." + language + ".md"));

    assertEquals(List.of(), cover(folder, notice).untraced());
    assertEquals(List.of(), cover(folder, notice).lost());

    List<Line> lines = new ArrayList<>(notice.lines());
    int at = lines.size() / 2;
    while (lines.get(at).text().split(" ").length < 6) at++;
    Line line = lines.get(at);
    lines.set(at, new Line(line.number(), line.text().replaceFirst("\\p{L}{4,} ", "xyzzy ")));
    Coverage changed = cover(folder, new NoticeText(notice.name(), lines));

    assertEquals(1, changed.untraced().size());
    assertTrue(changed.untraced().getFirst().unit().text().contains("xyzzy"));
    assertEquals(1, changed.lost().size());
  }

  private static NoticeText read(Path file) {
    return switch (new Extractor(Limits.USUAL, InstantSource.system())
        .read(file, file.getFileName().toString())) {
      case Extract.Text read -> read.notice();
      case Extract.Refused refused -> throw new AssertionError(refused.fault().toString());
    };
  }

  private static Coverage cover(Path folder, NoticeText notice) {
    PackSource source = Packs.read(folder);
    return new Cover(source, new Reference(source.history())).of(notice);
  }
}
