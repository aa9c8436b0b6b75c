// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rests on a law nobody checked against its text says so wherever it surfaces. */
class UnverifiedTest {
  private static final String NO_GROUND =
      "{given: {role: business-associate, region: US-TX, state: [], consent: {}, evidence: []},"
          + " ask: {use: health.symptom, for: provider-care}}";
  private static final String CHILD =
      "{given: {region: US-TX, age: {subject: 12}, date: 2026-06-01, evidence: []},"
          + " ask: {retain: contact.email}}";

  @Test
  void aDecisionSaysSoToPeopleAndPrograms() {
    String text = Run.asking(NO_GROUND, "decide", "ombre", "-").out();
    String json = Run.asking(NO_GROUND, "decide", "ombre", "-", "--json").out();

    assertTrue(text.contains("hipaa:HIPAA-502"), text);
    assertTrue(text.contains("unverified)"), text);
    assertTrue(json.contains("\"unverified\":[\"hipaa:HIPAA-502\"]"), json);
  }

  @Test
  void aCheckedLawDoesNot() {
    String json = Run.asking(CHILD, "decide", "ombre", "-", "--json").out();

    assertTrue(json.contains("coppa:COPPA-010"), json);
    assertFalse(json.contains("unverified"), json);
  }

  @Test
  void anExplanationReachesIntoTheLawAndSaysSo() {
    Run unchecked = Run.of("explain", "ombre", "hipaa:HIPAA-502");
    Run checked = Run.of("explain", "ombre", "coppa:COPPA-010");

    assertEquals(Exit.FINE, unchecked.code());
    assertTrue(unchecked.out().contains("nobody checked"), unchecked.out());
    assertFalse(checked.out().contains("nobody checked"), checked.out());
  }

  @Test
  void aViewAndAComparisonSaySo(@TempDir Path folder) throws IOException {
    Path given =
        Files.writeString(folder.resolve("given.yaml"), NO_GROUND.replaceAll(", ask: .*", "}"));
    Path ask =
        Files.writeString(folder.resolve("ask.yaml"), "- {name: q, " + NO_GROUND.substring(1));

    String view =
        Run.asking(
                "{health.symptom: cough}",
                "view",
                "ombre",
                "-",
                "--for",
                "provider-care",
                "--given",
                given.toString(),
                "--json")
            .out();
    String compared = Run.of("compare", "packs/ombre", "--ask", ask.toString()).out();

    assertTrue(view.contains("\"unverified\":[\"hipaa:HIPAA-502\"]"), view);
    assertTrue(compared.contains("HIPAA-502 ?") && compared.contains("unverified:"), compared);
  }
}
