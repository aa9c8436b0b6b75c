// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.probity.notice.schema.PackSchema;
import dev.probity.notice.vocabulary.LexiconReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema accepts every pack here and refuses what an editor should underline. */
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(PackSchema.text(LexiconReader.shipped()));

  @Test
  void everySectionFileOfEveryPackFits() throws IOException {
    List<String> complaints = new ArrayList<>();
    int files = 0;
    for (Path pack : Repository.packs()) {
      try (Stream<Path> list = Files.list(pack)) {
        for (Path file : list.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
          if (file.getFileName().toString().startsWith("trace.")) continue;
          files++;
          schema
              .validate(yaml(Files.readString(file)))
              .forEach(m -> complaints.add(file + ": " + m.getMessage()));
        }
      }
    }
    assertEquals(List.of(), complaints);
    assertFalse(files < 10, "packs were found");
  }

  @Test
  void itUnderlinesAnUnknownWordAndAMissingField() {
    assertFalse(fits("clauses: {A-1: {says: x, permit: collect, data: contact.emale}}"));
    assertFalse(fits("clauses: {A-1: {permit: collect}}"));
    assertFalse(fits("clauses: {A-1: {says: x, permit: collect, unless: [{state: posted}]}}"));
    assertFalse(fits("clause: {}"));
  }

  @Test
  void theScenariosOfEveryPackFit() throws IOException {
    List<String> complaints = new ArrayList<>();
    int flows = 0;
    for (Path pack : Repository.packs()) {
      if (!Files.isDirectory(pack.resolve("scenarios"))) continue;
      try (Stream<Path> list = Files.list(pack.resolve("scenarios"))) {
        for (Path file : list.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
          String text = Files.readString(file);
          if (text.contains("- flow:")) flows++;
          schema
              .validate(JSON.createObjectNode().set("scenarios", yaml(text)))
              .forEach(m -> complaints.add(file + ": " + m.getMessage()));
        }
      }
    }
    assertEquals(List.of(), complaints);
    assertFalse(flows < 1, "flows were found");
  }

  @Test
  void itUnderlinesAStepThatIsNone() {
    String flow = "scenarios: [{flow: x, keeps: A-1, steps: [%s]}]";
    assertTrue(fits(flow.formatted("{withdraw: letter, who: anna, expect: {refused: A-1}}")));
    assertFalse(fits(flow.formatted("{withdraw: letter}")));
    assertFalse(fits(flow.formatted("{withdraw: letter, event: breach, who: anna}")));
    assertFalse(fits(flow.formatted("{event: flood, who: anna}")));
    assertFalse(fits("scenarios: [{flow: x, keeps: A-1, steps: []}]"));
  }

  private boolean fits(String text) {
    return schema.validate(yaml(text)).isEmpty();
  }

  private static JsonNode yaml(String text) {
    return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
  }
}
