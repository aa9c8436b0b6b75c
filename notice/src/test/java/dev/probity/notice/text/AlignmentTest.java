// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  private static final String NOTICE =
      "Wool. Yarn is wool.\nSold by:\nMill\nShop\nGiven by:\nMill\nShop\n";

  private static List<Unit> units(String text) {
    return Units.split(NoticeText.of("n", text), Reading.LINES);
  }

  private static List<Fingerprint> prints(List<Unit> units) {
    return units.stream().map(unit -> Fingerprint.of(unit.text())).toList();
  }

  private static Alignment after(String edited) {
    return Alignment.align(prints(units(NOTICE)), units(edited));
  }

  @Test
  void theSameNoticeMatchesTotally() {
    Alignment same = after(NOTICE);
    assertTrue(same.total());
    assertEquals(8, same.matches().size());
  }

  @Test
  void aChangedWordIsOneSentence() {
    Alignment changed = after(NOTICE.replace("is wool", "was wool"));
    assertEquals(List.of(new Alignment.Gap(1, 2, 1, 2)), changed.gaps());
    assertEquals(List.of(1), changed.lost());
    assertEquals(List.of(1), changed.untraced());
    assertFalse(changed.total());
  }

  @Test
  void typographyAndNewLinesAreNoChange() {
    assertTrue(
        after("  • Wool.\n\nYarn\u00A0is wo\u00ADol.\nSold by: Mill\nShop\nGiven by: Mill\nShop")
            .total());
  }

  @Test
  void repeatedSentencesMatchInOrder() {
    Alignment one = after(NOTICE.replace("Given by:\nMill\n", "Given by:\n"));
    assertEquals(List.of(6), one.lost());
    assertEquals(List.of(), one.untraced());
    Alignment more = after(NOTICE.replace("Sold by:\n", "Sold by:\nShop\n"));
    assertEquals(List.of(), more.lost());
    assertEquals(List.of(3), more.untraced());
  }

  @Test
  void aMovedSentenceIsLostOnceAndNewOnce() {
    Alignment moved = after("Yarn is wool.\nSold by:\nMill\nShop\nGiven by:\nMill\nShop\nWool.\n");
    assertEquals(List.of(0), moved.lost());
    assertEquals(List.of(7), moved.untraced());
  }

  @Test
  void nothingIsAlsoAList() {
    assertEquals(List.of(new Alignment.Gap(0, 8, 0, 0)), after("").gaps());
    Alignment fresh = Alignment.align(List.of(), units(NOTICE));
    assertEquals(List.of(new Alignment.Gap(0, 0, 0, 8)), fresh.gaps());
    assertTrue(Alignment.align(List.of(), List.of()).total());
  }

  @Test
  void beyondTheBoundTheMiddleIsOneGap() {
    int many = 17_000;
    List<Fingerprint> two = List.of(Fingerprint.of("wool"), Fingerprint.of("yarn"));
    List<Fingerprint> there = IntStream.range(0, many).mapToObj(i -> two.get(i % 2)).toList();
    List<Fingerprint> back = new ArrayList<>(there);
    back.addFirst(two.getLast());
    back.set(many / 2, two.get(many / 2 % 2));
    back.addLast(two.getFirst());
    Alignment far = Alignment.alignPrints(there, back);
    assertEquals(List.of(new Alignment.Gap(0, many, 0, many + 2)), far.gaps());
  }

  @Test
  void fiveThousandShuffledSentencesTakeNoTime() {
    List<Unit> units =
        units(
            IntStream.range(0, 5_000)
                .mapToObj(i -> "Wool " + i)
                .reduce("", (a, b) -> a + b + "\n"));
    List<Unit> shuffled = new ArrayList<>(units);
    Collections.shuffle(shuffled, new Random(7));
    long start = System.nanoTime();
    Alignment worst = Alignment.align(prints(units), shuffled);
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertEquals(5_000, worst.matches().size() + worst.lost().size());
    assertTrue(millis < 5_000, millis + " ms");
    System.out.println(
        "5,000 shuffled sentences aligned in " + millis + " ms, matches " + worst.matches().size());
  }
}
