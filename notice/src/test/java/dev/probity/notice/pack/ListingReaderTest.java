// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.TinyPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What laws enumerate is read typed, and the rule's two lists are whole. */
class ListingReaderTest {
  private static final Path HIPAA =
      Path.of(System.getProperty("probity.root", "..")).resolve("packs/statutes/hipaa");
  private static final String HEAD = "pack: {id: t, version: \"1\", in-force: 2024-01-01}\n";
  private static final String FULL =
      "cite: s. 1, of: data, confidence: V, items: {A: {cite: s. 1(a), terms: [contact.name]}}";

  private static PackSource source(PackReader.Outcome outcome) {
    return switch (outcome) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
    };
  }

  private static PackReader.Outcome read(String fields) {
    String text = HEAD + "lists:\n  t.marks: {" + fields + "}\n";
    return PackReader.read(new PackFiles("t", Map.of("pack.yaml", text)), TinyPack.LEXICON);
  }

  private static Listing hipaa(String id) {
    return source(PackReader.read(HIPAA, TinyPack.LEXICON)).lists().stream()
        .filter(l -> l.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSafeHarborHasItsEighteenLettersEachWithTermsAndACitation() {
    Listing harbor = hipaa("hipaa.safe-harbor");

    assertEquals(
        "ABCDEFGHIJKLMNOPQR".chars().mapToObj(c -> String.valueOf((char) c)).toList(),
        harbor.items().stream().map(Listing.Item::key).toList());
    for (Listing.Item item : harbor.items()) {
      assertEquals("164.514(b)(2)(i)(" + item.key() + ")", item.cite());
      assertTrue(!item.terms().isEmpty() && !item.says().isEmpty(), item.key());
      for (String term : item.terms()) assertTrue(TinyPack.LEXICON.knows("data", term), term);
      for (String term : item.partly()) assertTrue(TinyPack.LEXICON.knows("data", term), term);
    }
  }

  @Test
  void theClauseOfTheSafeHarborForbidsExactlyWhatTheListCovers() {
    Set<String> forbidden = new TreeSet<>();
    for (Clause c : source(PackReader.read(HIPAA, TinyPack.LEXICON)).pack().clauses())
      if (c.cite().equals("HIPAA-514"))
        forbidden.addAll(c.match().terms().get(Dimension.DATA).listed());

    assertEquals(new TreeSet<>(hipaa("hipaa.safe-harbor").terms()), forbidden);
  }

  @Test
  void aRecordIsHeldAgainstTheList() {
    Tree tree = TinyPack.LEXICON.tree("data");
    Listing harbor = hipaa("hipaa.safe-harbor");
    List<String> fields =
        List.of("contact.name.last", "contact.address", "contact.address.region", "device.model");
    Map<String, String> found = new TreeMap<>();
    harbor
        .covered(fields, tree)
        .forEach(
            (f, items) ->
                found.put(f, items.stream().map(Listing.Item::key).collect(Collectors.joining())));

    assertEquals(Map.of("contact.name.last", "A", "contact.address", "B"), found);
    assertEquals(
        Set.of("demographic.age", "health.symptom"),
        harbor.partly(List.of("demographic.age", "health.symptom", "contact.name"), tree).keySet());
  }

  @Test
  void everyGroundOfTheVocabularyIsListedOnceWithItsPlaceInTheRule() {
    Listing grounds = hipaa("hipaa.grounds");
    List<String> listed = new ArrayList<>();
    grounds.items().forEach(i -> listed.addAll(i.terms()));

    assertEquals(
        TinyPack.LEXICON.section("evidence").keySet().stream()
            .filter(k -> k.startsWith("basis.hipaa."))
            .sorted()
            .toList(),
        listed.stream().sorted().toList());
    for (Listing.Item item : grounds.items())
      assertTrue(item.cite().matches("164\\.5[01].*"), item.key());
    assertTrue(grounds.label().endsWith("(unverified)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact.name | contact.nmae | PRB-N013",
        "of: data | of: dates | PRB-N014",
        "confidence: V | confidence: W | PRB-N014",
        "'cite: s. 1, ' |  | PRB-N011",
        "', terms: [contact.name]' |  | PRB-N011",
        "s. 1(a) | 's. 1(a), value: x' | PRB-N010",
      })
  void oneMistakeIsOneFault(String right, String wrong, String code) {
    assertTrue(read(FULL) instanceof PackReader.Outcome.Read);
    String fields = FULL.replace(right, wrong == null ? "" : wrong);

    List<Fault> faults = ((PackReader.Outcome.Faulty) read(fields)).faults();

    assertEquals(List.of(code), faults.stream().map(Fault::code).toList(), faults.toString());
  }
}
