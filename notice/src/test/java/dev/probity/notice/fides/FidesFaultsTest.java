// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests that cannot be imported: each mistake is one fault, and nothing comes of the rest. */
class FidesFaultsTest {
  private static List<Fault> faults(String text) {
    return switch (Velobud.read(List.of(Velobud.of("m", text)))) {
      case FidesImport.Outcome.Faulty faulty -> faulty.faults();
      case FidesImport.Outcome.Imported imported -> List.of();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                                        | PRB-N002 |  | section
          'dataset: [{fides_key: a, collections: [}'                                | PRB-N002 | 1:40 | correct
          'dataset: []\ndataset: []'                                                | PRB-N003 | 2:1 | merge
          'dataset: [{fides_key: a, fides_key: b}]'                                 | PRB-N003 | 1:26 | merge
          'dataset: &a [{fides_key: a}]'                                            | PRB-N004 | 1:10 | quote
          'services: {web: {image: x}}'                                             | PRB-N114 |  | leave the file out
          '[dataset]'                                                               | PRB-N114 |  | leave the file out
          'dataset: shop'                                                           | PRB-N012 | 1:10 | importing-fides
          'dataset: [shop]'                                                         | PRB-N012 | 1:11 | importing-fides
          'dataset: [{fides_key: [a]}]'                                             | PRB-N012 | 1:23 | importing-fides
          'dataset: [{name: a}]'                                                    | PRB-N011 | 1:11 | fides_key
          'dataset: [{fides_key: a}, {fides_key: a}]'                               | PRB-N113 | 1:39 | keep one
          'dataset: [{fides_key: a, data_categories: [usr.contact.email]}]'         | PRB-N112 | 1:44 | `user.contact.email`
          'dataset: [{fides_key: a, data_categories: [{x: y}]}]'                    | PRB-N012 | 1:44 | one key
          'dataset: [{fides_key: a, collections: [{name: c, fides_meta: {length: -1}}]}]'     | PRB-N014 | 1:71 | above 0
          'dataset: [{fides_key: a, collections: [{name: c, fields: [{name: f, fides_meta: {data_type: text}}]}]}]' | PRB-N014 | 1:93 | boolean
          'dataset: [{fides_key: a, collections: [{name: c, fields: [{name: f, fides_meta: {primary_key: 1}}]}]}]'  | PRB-N014 | 1:95 | true
          'system: [{fides_key: s, egress: [{fides_key: x, type: cloud}]}]'         | PRB-N014 | 1:55 | dataset, system or user
          'system: [{fides_key: s, privacy_declarations: [{data_categories: [user.name]}]}]'  | PRB-N011 | 1:48 | data_use
          'system: [{fides_key: s, privacy_declarations: [{data_use: maketing, data_categories: [user.name]}]}]'    | PRB-N112 | 1:59 | `marketing`
          'policy: [{fides_key: p, execution_timeframe: soon}]'                     | PRB-N014 | 1:46 | days
          'policy: [{fides_key: p, rules: [{data_categories: {matches: SOME, values: [user.name]}, data_uses: {matches: ANY, values: [sales]}}]}]' | PRB-N014 | 1:61 | ANY
          """)
  void eachMistakeIsOneFault(String text, String code, String place, String fix) {
    List<Fault> faults = faults(text.replace("\\n", "\n"));

    assertEquals(1, faults.size(), faults.toString());
    Fault fault = faults.getFirst();
    assertEquals(code, fault.code(), fault.toString());
    assertEquals(
        place == null ? "m.yml" : "m.yml:" + place, fault.where().toString(), fault.toString());
    assertTrue(fault.fix().contains(fix), fault.toString());
  }

  @Test
  void mistakesOfAllFilesComeTogether() {
    FidesImport.Outcome outcome =
        Velobud.read(
            List.of(
                Velobud.of("a", "dataset: [{fides_key: x, data_categories: [usr]}]"),
                Velobud.manifest("systems"),
                Velobud.of("b", "dataset: [{fides_key: x}]")));

    List<Fault> faults = ((FidesImport.Outcome.Faulty) outcome).faults();
    assertEquals(
        List.of("a.yml PRB-N112", "b.yml PRB-N113"),
        faults.stream().map(f -> f.where().file() + " " + f.code()).toList());
  }

  @Test
  void depthBombsAndSizeAreRefused() {
    String deep = "dataset: " + "[{fields: ".repeat(500) + "}]".repeat(500);
    assertEquals(List.of("PRB-N005"), faults(deep).stream().map(Fault::code).toList());

    StringBuilder bomb = new StringBuilder("dataset:\n- &l0 [lol]\n");
    for (int i = 1; i < 40; i++)
      bomb.append("- &l" + i + " [" + "*l" + (i - 1) + ", *l" + (i - 1) + "]\n");
    assertTrue(faults(bomb.toString()).stream().allMatch(f -> f.code().equals("PRB-N004")));
    assertTrue(faults(bomb.toString()).size() > 1);

    String large = "dataset: [" + "{fides_key: a}, ".repeat(300_000) + "]";
    assertEquals(List.of("PRB-N005"), faults(large).stream().map(Fault::code).toList());
  }

  @Test
  void manyNestedFieldsAreReadWhileTheyAreNotAbsurd() {
    String fields =
        "fields: [{name: f, ".repeat(15) + "data_categories: [user.name]" + "}]".repeat(15);
    String text = "dataset: [{fides_key: a, collections: [{name: c, " + fields + "}]}]";
    var made = Velobud.imported(List.of(Velobud.of("deep", text)));

    assertTrue(made.files().get("clauses.yaml").contains("data: contact.name"));
  }

  @Test
  void wordsOfAManifestCannotBreakOutOfTheirPlace() {
    String evil = "\"x\\n  FID-999:\\n    permit: use\\u2028\\u0085 # {}\"";
    var made =
        Velobud.imported(
            List.of(
                Velobud.of(
                    "evil",
                    "system: [{fides_key: %s, egress: [{fides_key: %s, type: system}], privacy_declarations: [{name: %s, data_use: analytics, data_categories: [user.name]}]}]"
                        .replace("%s", evil))));

    assertTrue(
        made.files().get("clauses.yaml").lines().noneMatch(l -> l.startsWith("  FID-999")),
        made.files().toString());
  }
}
