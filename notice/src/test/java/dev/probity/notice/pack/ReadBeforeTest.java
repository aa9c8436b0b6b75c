// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.probity.notice.TinyPack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A law over several notices is read once, by its text, and complained of wherever it lies. */
class ReadBeforeTest {
  private static final String LAW =
      """
      pack: {id: law, version: "1", in-force: 2020-01-01}
      clauses:
        L-1: {lines: "1", says: None of it., proof: kernel, forbid: disclose}
      """;

  private final ReadBefore before = new ReadBefore();

  private PackReader.Outcome shop(String id, String law) {
    String pack =
        """
        pack: {id: %s, version: "1", in-force: 2024-01-01, controller: Shop Inc.}
        overlays:
          - {pack: law, when: [{region: {of: subject, in: [SE]}}]}
        clauses:
          S-1: {lines: "1", says: The address is collected., proof: kernel, permit: collect, data: contact.email}
        """
            .formatted(id);
    Map<String, String> texts = Map.of("pack.yaml", pack, "../statutes/law/pack.yaml", law);
    return PackReader.read(new PackFiles("packs/" + id, texts), TinyPack.LEXICON, before);
  }

  private PackSource law(String id, String law) {
    return assertInstanceOf(PackReader.Outcome.Read.class, shop(id, law))
        .source()
        .overlays()
        .get("law");
  }

  @Test
  void oneTextIsReadOnce() {
    PackSource first = law("one", LAW);

    assertSame(first, law("two", LAW));
    assertNotSame(first, law("three", LAW + "# amended\n"));
  }

  @Test
  void aMistakeInItIsSaidOfEach() {
    String law = LAW.replace("forbid", "forbids");
    var one = assertInstanceOf(PackReader.Outcome.Faulty.class, shop("one", law)).faults();
    var two = assertInstanceOf(PackReader.Outcome.Faulty.class, shop("two", law)).faults();

    assertEquals(one, two);
    assertEquals(
        List.of("packs/statutes/law/pack.yaml"),
        one.stream().map(f -> f.where().file()).distinct().toList());
  }
}
