// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.TinyPack;
import dev.probity.notice.lint.Lint;
import dev.probity.notice.pack.PackFiles;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.YamlReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FidesImportTest {
  private final FidesImport.Outcome.Imported made = Velobud.imported(Velobud.manifests());

  private static PackSource pack(Map<String, String> files) {
    return switch (PackReader.read(new PackFiles("velobud", files), TinyPack.LEXICON)) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
    };
  }

  @Test
  void whatIsImportedIsAPackWithoutFindings() {
    assertEquals(
        List.of(), Lint.run(pack(made.files()), Optional.empty()).problems(), made.toString());
  }

  @Test
  void theManifestsAreKeptWordForWord() {
    Velobud.manifests().forEach(m -> assertEquals(m.text(), made.files().get(m.kept())));
    assertEquals(Velobud.imported(Velobud.manifests()), made, "a second import is the same");
  }

  @Test
  void everyEntryAndEachLineOfASectionSaysWhereItCameFrom() {
    made.files()
        .forEach(
            (file, text) -> {
              if (file.startsWith("fides/") || file.equals("pack.yaml")) return;
              List<String> lines = text.lines().toList();
              for (int i = 2; i < lines.size(); i++) {
                if (!lines.get(i).matches("  [a-zA-Z].*")) continue;
                assertTrue(
                    lines.get(i - 1).matches("  # fides/\\w+\\.yml:\\d+:\\d+  \\w+\\[\\d+].*"),
                    file + ": " + lines.get(i));
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ask": {"use": "contact.email", "for": "operation"}}                                    | PERMIT
          {"ask": {"use": "contact.email", "for": "marketing.email"}}                              | DENY
          {"given": {"consent": {"consent-fid-005": "opt-in"}}, "ask": {"use": "contact.email", "for": "marketing.email"}} | PERMIT
          {"ask": {"use": "contact.email", "for": "research"}}                                     | NOT_COVERED
          {"ask": {"use": "device.location.precise", "for": "advertising"}}                        | DENY
          {"ask": {"use": "health.vital.heart-rate", "for": "marketing"}}                          | DENY
          {"ask": {"disclose": "device.location.precise", "to": "map_tiles", "for": "operation"}}  | PERMIT
          {"ask": {"disclose": "contact.name", "to": "map_tiles", "for": "operation"}}             | NOT_COVERED
          {"ask": {"disclose": "contact.name", "to": "post_bird", "for": "operation"}}             | PERMIT
          {"ask": {"collect": "finance", "from": "subject"}}                                       | PERMIT
          """)
  void theSkeletonDecides(String question, Effect effect) {
    PackSource source = pack(made.files());
    List<Fault> faults = new ArrayList<>();
    AskReader reader = new AskReader(source.words(faults), Instant.parse("2026-06-02T00:00:00Z"));
    Ask ask = YamlReader.read("q", question, faults).flatMap(reader::file).orElseThrow();
    assertEquals(List.of(), faults);
    assertEquals(
        effect,
        new Reference(source.history()).decide(((Ask.Decide) ask).question()).effect(),
        question);
  }

  @Test
  void eachThingLeftOutOrGuessedIsOneWarningWithItsPlace() {
    Map<String, TreeSet<String>> places =
        made.warnings().stream()
            .collect(
                Collectors.groupingBy(
                    w -> w.code() + " " + w.where().file(),
                    Collectors.mapping(
                        w -> w.where().line() + ":" + w.where().column(),
                        Collectors.toCollection(TreeSet::new))));
    assertEquals(
        Map.of(
            "PRB-N110 datasets.yml", of("22:13", "38:5", "63:15"),
            "PRB-N111 datasets.yml", of("3:5", "7:23", "35:31", "36:5", "57:39", "59:31"),
            "PRB-N110 systems.yml",
                of("4:5", "14:5", "19:9", "26:25", "28:37", "34:27", "36:9", "38:9"),
            "PRB-N111 systems.yml",
                of(
                    "11:5", "17:9", "18:9", "25:19", "32:19", "33:37", "35:41", "40:27", "40:40",
                    "41:19", "49:19"),
            "PRB-N110 policies.yml", of("12:9", "21:35", "22:9", "28:22"),
            "PRB-N111 policies.yml", of("6:50", "8:24", "11:46", "14:44")),
        places);
  }

  private static TreeSet<String> of(String... places) {
    return new TreeSet<>(List.of(places));
  }

  @Test
  void aFlowThatItsSystemDoesNotDescribeIsNotPassedOverInSilence() {
    String text =
        "system: [{fides_key: s, privacy_declarations: [{data_use: analytics, data_categories:"
            + " [user.name], egress: [nowhere], ingress: [nobody]}]}]";
    assertEquals(
        List.of("nobody", "nowhere"),
        Velobud.imported(List.of(Velobud.of("m", text))).warnings().stream()
            .filter(w -> w.sentence().contains("no such flow"))
            .map(w -> w.sentence().replaceAll(".*as `(.*)`", "$1"))
            .sorted()
            .toList());
  }

  @Test
  void retentionConsentsAndRightsAreGrounded() {
    assertTrue(made.files().get("retention.yaml").contains("{notice: UNSTATED, operator: P90D}"));
    assertTrue(made.files().get("consents.yaml").contains("consent-fid-005: {keeps: FID-005"));
    assertTrue(made.files().get("rights.yaml").contains("operator: P30D"));
    assertTrue(made.files().get("pack.yaml").contains("controller: \"Velobud Couriers\""));
    assertTrue(made.files().get("pack.yaml").contains("finance: {en: [\"Tip\"]}"));
    assertTrue(made.files().get("pack.yaml").contains("\"post_bird\": {under: service-provider}"));
  }
}
