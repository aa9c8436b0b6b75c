// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The five real notices and the catalogue's citations of them, where they are at hand. */
class RealNoticesTest {
  private static final Pattern ROW =
      Pattern.compile("\\{\"id\": \"([^\"]+)\", \"pack\": \"([^\"]+)\", \"lines\": \"([^\"]+)\"");

  /** Units by the reading that the pack's cells ask for. */
  private static final Map<String, Integer> UNITS =
      new TreeMap<>(
          Map.of("ombre", 153, "inogen", 327, "omron", 180, "imetrix", 36, "innomax", 127));

  /** A word of the unit that a row rests on: the numbering means what the catalogue means. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("ING-003", "dotterbolag"), Map.entry("ING-005", "kontoinställningarna"),
          Map.entry("ING-015", "serienummer"), Map.entry("ING-059", "förgrunden"),
          Map.entry("ING-062", "servicerepresentanter"), Map.entry("ING-084", "åsidosätter"),
          Map.entry("ING-090", "felkod"), Map.entry("ING-096", "annonsnätverksleverantörer"),
          Map.entry("ING-132", "avaktivera"), Map.entry("ING-146", "16 år"),
          Map.entry("ING-157", "väsentligt"), Map.entry("OMB-006", "prior to"),
          Map.entry("OMB-024", "who reads"), Map.entry("OMB-036", "upgrade"),
          Map.entry("OMB-044", "last 4 digits"), Map.entry("OMB-049", "accommodate"),
          Map.entry("OMB-055", "analytics services"), Map.entry("OMB-078", "removed"),
          Map.entry("OMB-097", "should not enter"), Map.entry("OMB-113", "breach"),
          Map.entry("OMB-118", "periodically"), Map.entry("OMB-123", "pediatric"));

  /** A notice with the rows that cite it. */
  private record Cited(NoticeText notice, Map<String, Citation> rows) {
    Reading reading() {
      return Reading.of(rows.values());
    }

    List<Unit> units() {
      return Units.split(notice, reading());
    }
  }

  private static Map<String, Cited> cited(Path shared) throws IOException {
    Map<String, Map<String, Citation>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(shared.resolve("promises/rows.jsonl"))) {
      Matcher row = ROW.matcher(line);
      assertTrue(row.lookingAt(), line);
      rows.computeIfAbsent(row.group(2), pack -> new TreeMap<>())
          .put(row.group(1), CiteTest.citation(row.group(3)));
    }
    Map<String, Cited> all = new TreeMap<>();
    for (Map.Entry<String, Map<String, Citation>> pack : rows.entrySet()) {
      NoticeText notice = SharedFolder.notice(shared, pack.getKey());
      all.put(pack.getKey(), new Cited(notice, pack.getValue()));
    }
    return all;
  }

  @Test
  void everyCellParses() throws IOException {
    SharedFolder.check(
        "the catalogue's cells",
        shared ->
            assertEquals(
                763, cited(shared).values().stream().mapToInt(c -> c.rows().size()).sum()));
  }

  @Test
  void everyNoticeHasItsUnits() throws IOException {
    SharedFolder.check(
        "counts of units",
        shared -> {
          Map<String, Integer> counted = new TreeMap<>();
          cited(shared).forEach((pack, cited) -> counted.put(pack, cited.units().size()));
          assertEquals(UNITS, counted);
        });
  }

  @Test
  void everyUnitIsCitedAndEveryCitationIsThere() throws IOException {
    SharedFolder.check(
        "citations against units",
        shared -> {
          for (Cited cited : cited(shared).values()) {
            List<Traced> traced = Traced.of(cited.units(), cited.rows());
            assertEquals(List.of(), traced.stream().filter(t -> !t.complete()).toList());
            cited
                .rows()
                .forEach(
                    (id, citation) ->
                        assertEquals(
                            List.of(),
                            citation.dangling(cited.notice(), cited.units(), Where.file(id))));
          }
        });
  }

  @Test
  void citationsOfSentencesMeanTheSentence() throws IOException {
    SharedFolder.check(
        "the numbering of sentences",
        shared -> {
          Set<String> wrong = new TreeSet<>(WORDS.keySet());
          for (Cited cited : cited(shared).values()) {
            for (Traced traced : Traced.of(cited.units(), cited.rows())) {
              String text = traced.unit().text().toLowerCase(Locale.ROOT);
              wrong.removeIf(id -> traced.by().contains(id) && text.contains(word(id)));
            }
          }
          assertEquals(Set.of(), wrong);
        });
  }

  private static String word(String id) {
    return requireNonNull(WORDS.get(id));
  }

  @Test
  void aChangedWordInTheFileReportsExactlyItsSentence() throws IOException {
    SharedFolder.check(
        "one changed word at a time",
        shared -> {
          for (Cited cited : cited(shared).values()) {
            List<Unit> units = cited.units();
            List<Fingerprint> traced = units.stream().map(u -> Fingerprint.of(u.text())).toList();
            for (int i = 0; i < units.size(); i++) {
              NoticeText edited = edited(cited.notice(), units.get(i));
              Alignment now = Alignment.align(traced, Units.split(edited, cited.reading()));
              assertEquals(List.of(i), now.lost(), edited.name());
              assertEquals(List.of(i), now.untraced(), edited.name());
            }
          }
        });
  }

  /** The last word of a sentence gets one letter more, inside, so that no boundary moves. */
  private static NoticeText edited(NoticeText notice, Unit unit) {
    List<Line> lines = new ArrayList<>(notice.lines());
    String text = lines.get(unit.lastLine() - 1).text();
    int blank = text.lastIndexOf(' ', unit.endColumn() - 2);
    int at = Math.max(blank, unit.line() == unit.lastLine() ? unit.column() - 2 : -1) + 2;
    String other = text.substring(0, at) + "x" + text.substring(at);
    lines.set(unit.lastLine() - 1, new Line(unit.lastLine(), other));
    return new NoticeText(notice.name(), lines);
  }
}
