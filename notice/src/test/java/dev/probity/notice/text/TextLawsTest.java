// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Where;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of every text, each law on 1,000 seeds. */
class TextLawsTest {
  private static void always(Consumer<Prose> law) {
    for (long seed = 0; seed < 1_000; seed++) {
      try {
        law.accept(new Prose(seed));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private static String bare(String text) {
    return text.codePoints()
        .filter(c -> !Chars.empty(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String bareLines(NoticeText notice) {
    return notice.lines().stream()
        .map(line -> bare(line.text().substring(Bullets.textStart(line.text()))))
        .collect(Collectors.joining());
  }

  private static List<Fingerprint> prints(List<Unit> units) {
    return units.stream().map(unit -> Fingerprint.of(unit.text())).toList();
  }

  private static List<String> texts(List<Unit> units) {
    return units.stream().map(Unit::text).toList();
  }

  @Test
  void splittingLosesNothingButBulletsAndBlanks() {
    always(
        prose -> {
          NoticeText notice = NoticeText.of("n", prose.nasty());
          for (Reading reading : Reading.values()) {
            String joined =
                Units.split(notice, reading).stream().map(Unit::text).collect(Collectors.joining());
            assertEquals(bareLines(notice), bare(joined), reading.name());
          }
        });
  }

  @Test
  void aUnitStandsWhereItSaysAndIsTrimmed() {
    always(
        prose -> {
          NoticeText notice = NoticeText.of("n", prose.nasty());
          for (Unit unit : Units.split(notice, Reading.LINES)) {
            String line = notice.lines().get(unit.line() - 1).text();
            assertEquals(unit.line(), unit.lastLine());
            assertEquals(unit.text(), line.substring(unit.column() - 1, unit.endColumn() - 1));
            assertTrue(!Chars.empty(unit.text().charAt(0)));
            assertTrue(!Chars.empty(unit.text().charAt(unit.text().length() - 1)));
          }
        });
  }

  @Test
  void unitsAscendWithoutOverlap() {
    always(
        prose -> {
          NoticeText notice = NoticeText.of("n", prose.nasty());
          for (Reading reading : Reading.values()) {
            List<Unit> units = Units.split(notice, reading);
            for (int i = 1; i < units.size(); i++) {
              assertTrue(units.get(i - 1).place().compareTo(units.get(i).place()) < 0);
              Where end = new Where("n", units.get(i - 1).lastLine(), units.get(i - 1).endColumn());
              assertTrue(end.compareTo(units.get(i).where("n")) <= 0);
            }
          }
        });
  }

  @Test
  void sentencesOnOneLineComeApartAgain() {
    always(
        prose -> {
          List<String> sentences = prose.sentences(1 + prose.random.nextInt(8));
          NoticeText notice = NoticeText.of("n", " • " + String.join("  ", sentences));
          assertEquals(sentences, texts(Units.split(notice, Reading.LINES)));
        });
  }

  @Test
  void wrappingAtAnyWidthIsUndone() {
    always(
        prose -> {
          int width = 40 + prose.random.nextInt(80);
          List<String> paragraphs = new ArrayList<>();
          for (int i = 0; i < 6; i++) paragraphs.add(String.join(" ", prose.sentences(6)));
          String wrapped =
              paragraphs.stream()
                  .map(p -> Prose.wrap(p, width))
                  .collect(Collectors.joining("\n\n"));
          List<Unit> joined = Units.split(NoticeText.of("n", wrapped), Reading.SENTENCES);
          List<Unit> whole =
              Units.split(NoticeText.of("n", String.join("\n", paragraphs)), Reading.LINES);
          assertEquals(texts(whole), texts(joined));
        });
  }

  @Test
  void aTextAlignsTotallyWithItself() {
    always(
        prose -> {
          List<Unit> units = Units.split(NoticeText.of("n", prose.nasty()), Reading.LINES);
          Alignment same = Alignment.align(prints(units), units);
          assertTrue(same.total());
          assertEquals(units.size(), same.matches().size());
        });
  }

  @Test
  void takingOneUnitAwayOrPuttingOneInReportsExactlyIt() {
    always(
        prose -> {
          List<Unit> units =
              Units.split(
                  NoticeText.of("n", String.join("\n", prose.sentences(12))), Reading.LINES);
          List<Unit> fewer = new ArrayList<>(units);
          int at = prose.random.nextInt(units.size());
          Unit gone = fewer.remove(at);
          Alignment less = Alignment.align(prints(units), fewer);
          assertEquals(List.of(), less.untraced());
          assertEquals(
              List.of(Fingerprint.of(gone.text())),
              less.lost().stream().map(prints(units)::get).toList());
          Alignment more = Alignment.align(prints(fewer), units);
          assertEquals(List.of(), more.lost());
          assertEquals(
              List.of(gone.text()),
              more.untraced().stream().map(i -> units.get(i).text()).toList());
        });
  }

  @Test
  void anAlignmentIsACommonSubsequenceAsLongAsAny() {
    always(
        prose -> {
          List<Fingerprint> letters =
              List.of(Fingerprint.of("a"), Fingerprint.of("b"), Fingerprint.of("c"));
          List<Fingerprint> one = pick(prose, letters);
          List<Fingerprint> other = pick(prose, letters);
          Alignment found = Alignment.alignPrints(one, other);
          int i = -1;
          int j = -1;
          for (Alignment.Match match : found.matches()) {
            assertTrue(match.traced() > i && match.unit() > j);
            i = match.traced();
            j = match.unit();
            assertEquals(one.get(i), other.get(j));
          }
          assertEquals(longest(one, other), found.matches().size());
          assertEquals(one.size(), found.matches().size() + found.lost().size());
          assertEquals(other.size(), found.matches().size() + found.untraced().size());
        });
  }

  private static List<Fingerprint> pick(Prose prose, List<Fingerprint> from) {
    List<Fingerprint> out = new ArrayList<>();
    int length = prose.random.nextInt(9);
    for (int i = 0; i < length; i++) out.add(prose.pick(from));
    return out;
  }

  /** By trying everything. */
  private static int longest(List<Fingerprint> one, List<Fingerprint> other) {
    if (one.isEmpty() || other.isEmpty()) return 0;
    List<Fingerprint> rest = one.subList(1, one.size());
    int without = longest(rest, other);
    int at = other.indexOf(one.getFirst());
    return at < 0
        ? without
        : Math.max(without, 1 + longest(rest, other.subList(at + 1, other.size())));
  }

  @Test
  void theNormalFormIsItsOwnNormalForm() {
    always(
        prose -> {
          String normal = Normal.form(prose.nasty());
          assertEquals(normal, Normal.form(normal));
        });
  }

  @Test
  void aCellReadAndPrintedMeansTheSame() {
    always(
        prose -> {
          int[] numbers = prose.random.ints(4, 1, 300).sorted().toArray();
          String cell =
              "%d %d.%d %d-%d %d.%d-%d"
                  .formatted(
                      numbers[3],
                      numbers[0],
                      numbers[1],
                      numbers[1],
                      numbers[2],
                      numbers[2],
                      numbers[0],
                      numbers[3]);
          Citation read = CiteTest.citation(cell);
          assertEquals(read.places(), CiteTest.citation(read.toString()).places());
          List<String> back = new ArrayList<>(Arrays.asList(cell.split(" ")));
          assertEquals(
              read.places(), CiteTest.citation(String.join(" ", back.reversed())).places());
        });
  }
}
