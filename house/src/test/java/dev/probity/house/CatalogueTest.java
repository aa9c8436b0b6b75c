// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.cover.Coverage;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Proof;
import dev.probity.notice.pack.Standing;
import dev.probity.notice.text.Citation;
import dev.probity.notice.text.Cite;
import dev.probity.notice.text.Line;
import dev.probity.notice.text.NoticeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packs against the catalogue of the five notices and against the notices, where those are
 * here.
 */
class CatalogueTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Standing> CLASSES =
      Map.of(
          "enforceable",
          Standing.ENFORCEABLE,
          "control",
          Standing.CONTROL,
          "informational",
          Standing.INFORMATIONAL);

  /** Packs here that the catalogue speaks of. */
  static Stream<Path> packs() throws IOException {
    Map<String, List<JsonNode>> rows = rows();
    return Repository.packs().stream().filter(p -> rows.containsKey(p.getFileName().toString()));
  }

  private static Map<String, List<JsonNode>> rows() throws IOException {
    Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
    Optional<Path> file = Repository.shared("promises/rows.jsonl");
    if (file.isEmpty()) return rows;
    for (String line : Files.readAllLines(file.get())) {
      JsonNode row = JSON.readTree(line);
      rows.computeIfAbsent(row.get("pack").asText(), k -> new ArrayList<>()).add(row);
    }
    return rows;
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("packs")
  void everyRowIsAClauseWithTheSameLinesClassAndPlace(Path folder) throws IOException {
    PackSource source = Packs.read(folder);
    List<String> wrong = new ArrayList<>();
    TreeSet<String> catalogued = new TreeSet<>();
    for (JsonNode row : rows().get(folder.getFileName().toString())) {
      String id = row.get("id").asText();
      catalogued.add(id);
      if (!source.entries().containsKey(id)) {
        wrong.add(id + " is missing");
        continue;
      }
      if (!expanded(source.entries().get(id).lines()).equals(expanded(row.get("lines").asText()))) {
        wrong.add(
            id
                + " cites "
                + source.entries().get(id).lines()
                + ", the catalogue "
                + row.get("lines").asText());
      }
      if (source.standing(id) != CLASSES.get(row.get("class").asText()))
        wrong.add(id + " is " + source.standing(id));
      String place = source.proof(id).map(p -> p.name().toLowerCase(Locale.ROOT)).orElse("");
      String wanted = row.has("proof") ? row.get("proof").asText() : "";
      if (!place.equals(wanted))
        wrong.add(id + " is to be proved in `" + place + "`, the catalogue says `" + wanted + "`");
    }
    source.rows().stream()
        .filter(r -> !catalogued.contains(r))
        .forEach(r -> wrong.add(r + " is no row of the catalogue"));
    assertEquals(List.of(), wrong);
  }

  private static String expanded(String cell) {
    return switch (Cite.parse(cell, Where.file("rows.jsonl"))) {
      case Citation citation -> citation.places().toString();
      case Cite.Mistake mistake -> "mistake: " + mistake.fault();
    };
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("packs")
  void everySentenceOfTheNoticeIsTraced(Path folder) {
    Coverage coverage = cover(folder, notice(folder));
    assertEquals(List.of(), coverage.untraced());
    assertEquals(List.of(), coverage.lost());
    assertTrue(coverage.sentences().size() > 30, "the notice was read");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("packs")
  void changingOneWordReportsExactlyThatSentence(Path folder) {
    NoticeText notice = notice(folder);
    int changed = notice.lines().size() / 2;
    while (notice.lines().get(changed).text().split(" ").length < 6) changed++;
    List<Line> lines = new ArrayList<>(notice.lines());
    Line line = lines.get(changed);
    lines.set(changed, new Line(line.number(), line.text().replaceFirst("\\p{L}{4,} ", "xyzzy ")));
    Coverage coverage = cover(folder, new NoticeText(notice.name(), lines));
    assertEquals(1, coverage.untraced().size());
    assertEquals(1, coverage.lost().size());
    assertTrue(coverage.untraced().getFirst().unit().text().contains("xyzzy"));
  }

  private static NoticeText notice(Path folder) {
    return Packs.notice(
        Repository.shared("notices/" + folder.getFileName() + ".txt").orElseThrow());
  }

  private static Coverage cover(Path folder, NoticeText notice) {
    PackSource source = Packs.read(folder);
    return new Cover(source, new Reference(source.history())).of(notice);
  }

  /** The bar that was set: at least so many of Inogen's and OMBRE's rows. */
  @Test
  void inogenAndOmbreReachTheBar() throws IOException {
    if (rows().isEmpty()) return;
    long kept = 0;
    long decided = 0;
    long scenarios = 0;
    for (String name : List.of("inogen", "ombre")) {
      PackSource source = Packs.read(Repository.pack(name));
      Cover cover = new Cover(source, new Reference(source.history()));
      var rows = cover.rows(cover.verdicts());
      kept +=
          rows.stream()
              .filter(r -> r.kept() && r.proof().equals(Optional.of(Proof.KERNEL)))
              .count();
      decided +=
          rows.stream().filter(r -> r.standing() == Standing.ENFORCEABLE && r.decided()).count();
      scenarios += source.scenarios().size();
    }
    assertTrue(kept >= 118, kept + " kept");
    assertTrue(decided >= 165, decided + " decided");
    assertTrue(scenarios > 450, scenarios + " scenarios");
  }
}
