// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.TinyPack;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in a pack is one clear fault: its code, its place, and a fix that helps. */
class PackFaultsTest {
  private static final String HEAD =
      "pack: {id: t, version: \"1\", in-force: 2024-01-01, controller: Wool AB}\n";

  /** A clause in the section's first line, so that mistakes stand in line 3. */
  private static final String CLAUSES = HEAD + "clauses:\n  T-1: ";

  /**
   * A mistake.
   *
   * @param expected the faults in order, each "CODE line:column"
   * @param fix words of the first one's fix
   */
  record Mistake(String text, List<String> expected, String fix) {
    @Override
    public String toString() {
      return String.join(", ", expected) + "  " + text.replace(HEAD, "").strip();
    }
  }

  private static Mistake clause(String clause, String expected, String fix) {
    return new Mistake(CLAUSES + clause + "\n", List.of(expected), fix);
  }

  private static Mistake pack(String section, String expected, String fix) {
    return new Mistake(HEAD + section + "\n", List.of(expected), fix);
  }

  static List<Mistake> mistakes() {
    return List.of(
        // YAML
        new Mistake("", List.of("PRB-N002 0:0"), "at least one section"),
        new Mistake("a: [", List.of("PRB-N002 1:5"), "correct the line"),
        pack("---\nclauses: {}", "PRB-N002 2:1", "remove `---`"),
        pack("clauses: {[a, b]: c}", "PRB-N002 2:11", "word: value"),
        clause("{says: A., says: B., inform: heading}", "PRB-N003 3:19", "keep one"),
        clause("{says: &a A., inform: heading}", "PRB-N004 3:15", "write the value out"),
        new Mistake(
            CLAUSES + "{says: *a, inform: heading}\n", List.of("PRB-N004 3:15"), "write the value"),
        clause("{says: on, inform: heading}", "PRB-N006 3:15", "\"on\""),
        pack("clauses: " + "[".repeat(60) + "]".repeat(60), "PRB-N005 2:50", "flatter"),
        // shape
        clause("{says: A., inform: heading, linse: \"1\"}", "PRB-N010 3:36", "`lines`"),
        pack("clause: {}", "PRB-N010 2:9", "`clauses`"),
        clause("{inform: heading}", "PRB-N011 3:8", "`says: ...`"),
        clause("{says: A., permit: use, only: data}", "PRB-N011 3:38", "list the terms"),
        clause("{says: [A., B.], inform: heading}", "PRB-N012 3:15", "its shape"),
        clause("{says: A., permit: use, data: []}", "PRB-N012 3:38", "at least one word"),
        clause("{says: A., inform: }", "PRB-N012 3:26", "its shape"),
        clause("A text.", "PRB-N012 3:8", "its shape"),
        clause("{says: A., permit: use, data: contact.emial}", "PRB-N013 3:38", "`contact.email`"),
        clause("{says: A., permit: [use, disclos]}", "PRB-N013 3:33", "`disclose`"),
        clause("{says: A., inform: b, strength: mya}", "PRB-N014 3:40", "`may`"),
        clause("{says: A., permit: use, then: [recrod]}", "PRB-N014 3:39", "`record`"),
        clause(
            "{says: A., permit: use, when: [{age: {below: teen}}]}", "PRB-N014 3:53", "such as 16"),
        clause(
            "{says: A., duty: {on: breach, do: [tell]}, within: {notice: P10X}}",
            "PRB-N015 3:68",
            "P10BD"),
        new Mistake(
            "pack: {id: t, version: \"1\", in-force: yesterday, controller: Wool AB}\n",
            List.of("PRB-N015 1:39"),
            "2026-01-31"),
        clause("{says: A., permit: use, forbid: use}", "PRB-N016 3:8", "`row: T-1`"),
        clause("{says: A., permit: use, when: [{}]}", "PRB-N016 3:39", "use one of"),
        clause(
            "{says: A., permit: use, when: [{reggion: {in: [SE]}}]}", "PRB-N016 3:39", "`region`"),
        pack(
            "clauses: {T-1: {says: A.}}\nmatrix:\n  - columns: {R1: supplier}\n    rows: {T-1:"
                + " {data: net, disclose: \"y-\"}}",
            "PRB-N017 5:39",
            "one letter a column"),
        pack(
            "clauses: {T-1: {says: A., inform: b}}\n"
                + "scenarios:\n"
                + "  - {table: t, keeps: T-1, ask: {use: net}, rows: {A: {}}, columns: {B: {}},"
                + " cells: {A: X}}",
            "PRB-N017 4:85",
            "P, D, N or O"),
        pack("overlays: [{pack: law}]", "PRB-N019 2:12", "overlays/law/"),
        // names
        pack(
            "clauses: {T-1: {says: A., inform: b}}\nscenarios: [{keeps: T-2, ask: {use: net},"
                + " expect: DENY}]",
            "PRB-N021 3:13",
            "`T-1`"),
        pack(
            "clauses: {T-1: {says: A., inform: b}}\n"
                + "scenarios: [{keeps: T-1, ask: {use: net}, expect: {DENY: T-9}}]",
            "PRB-N021 3:13",
            "`T-1`"),
        pack(
            "clauses: {T-1: {says: A., inform: b}}\n"
                + "scenarios: [{expect-lint: untraced, keeps: T-2}]",
            "PRB-N021 3:13",
            "`T-1`"),
        clause("{says: A., inform: b, row: T-2}", "PRB-N022 3:8", "`T-1`"),
        pack(
            "recipients: {third-party.a: {under: third-party.b}, third-party.b: {under:"
                + " third-party.a}}",
            "PRB-N023 2:29",
            "another parent"),
        clause("{says: A., forbid: use, except: [T-1]}", "PRB-N024 3:8", "use one of"),
        clause(
            "{says: A., forbid: use, absolute: true, unless: [{notice: presented}]}",
            "PRB-N025 3:42",
            "remove `unless`"),
        new Mistake("clauses: {}\n", List.of("PRB-N026 0:0"), "add `pack:"),
        new Mistake(
            HEAD.replace("id: t", "id: t, language: \"2\""),
            List.of("PRB-N027 1:25"),
            "convert the pack"),
        pack(
            "clauses: {T-1: {says: A., inform: b}}\nscenarios: [{keeps: T-1, ask: {to: supplier},"
                + " expect: DENY}]",
            "PRB-N028 3:31",
            "use one of"),
        clause(
            "{says: A., permit: use, when: [{channel: secure}]}",
            "PRB-N029 3:38",
            "`require: {channel: ..}`"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsOneFaultWithPlaceAndFix(Mistake mistake) {
    List<Fault> faults = faults(Map.of("pack.yaml", mistake.text()));

    List<String> found =
        faults.stream()
            .map(f -> f.code() + " " + f.where().line() + ":" + f.where().column())
            .toList();
    assertEquals(
        mistake.expected().stream().sorted().toList(),
        found.stream().sorted().toList(),
        faults.toString());
    String code = mistake.expected().getFirst().split(" ")[0];
    Fault first = faults.stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow();
    assertTrue(first.fix().contains(mistake.fix()), first.toString());
    assertTrue(first.where().file().startsWith("t"), first.where().toString());
  }

  private static List<Fault> faults(Map<String, String> texts) {
    return switch (PackReader.read(new PackFiles("t", texts), TinyPack.LEXICON)) {
      case PackReader.Outcome.Read read -> List.of();
      case PackReader.Outcome.Faulty faulty -> faulty.faults();
    };
  }

  @Test
  void severalMistakesAreReportedAtOnceInOrder() {
    List<Fault> faults =
        faults(
            Map.of(
                "a.yaml",
                CLAUSES + "{says: A., permit: use, data: contact.emial, linse: \"1\"}\n",
                "b.yaml",
                "clauses:\n  T-1: {says: B., inform: b}\n  T-2: {inform: yes}\n"));

    assertEquals(
        List.of(
            "t/a.yaml:3:38 PRB-N013",
            "t/a.yaml:3:53 PRB-N010",
            "t/b.yaml:2:3 PRB-N020",
            "t/b.yaml:3:8 PRB-N011",
            "t/b.yaml:3:17 PRB-N006"),
        faults.stream().map(f -> f.where() + " " + f.code()).toList());
  }

  @Test
  void twoFilesWithOneClauseSayWhereTheFirstStands() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("a.yaml", CLAUSES + "{says: A., inform: b}\n");
    texts.put("b.yaml", "clauses: {T-1: {says: B., inform: b}}\n");

    Fault only = faults(texts).getFirst();

    assertEquals("PRB-N020", only.code());
    assertTrue(only.sentence().contains("t/a.yaml:3:3"), only.sentence());
    assertEquals("t/b.yaml:1:11", only.where().toString());
  }

  @Test
  void aBombOfAliasesUnfoldsNothing() {
    StringBuilder bomb =
        new StringBuilder(HEAD + "clauses:\n  a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c < 'j'; c++) {
      String before = "*" + (char) (c - 1);
      bomb.append(
          "  %c: &%c [%s]%n"
              .formatted(
                  c,
                  c,
                  String.join(
                      ", ",
                      List.of(
                          before, before, before, before, before, before, before, before,
                          before))));
    }
    List<Fault> faults = faults(Map.of("pack.yaml", bomb.toString()));

    assertTrue(faults.stream().allMatch(f -> f.where().line() > 2), faults.toString());
    assertTrue(faults.stream().filter(f -> f.code().equals("PRB-N004")).count() > 80);
  }

  @Test
  void aHundredMegabytesAreRefusedUnread(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("pack.yaml"), HEAD);
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("dump.yaml").toFile(), "rw")) {
      large.setLength(100L << 20);
    }
    long before = System.nanoTime();
    Fault only = read(folder).getFirst();

    assertEquals("PRB-N005", only.code());
    assertTrue(only.where().file().endsWith("dump.yaml"));
    assertTrue(System.nanoTime() - before < 5_000_000_000L, "not read");
  }

  @Test
  void anotherEncodingIsRefused(@TempDir Path folder) throws IOException {
    Files.write(
        folder.resolve("pack.yaml"), (HEAD + "# får").getBytes(StandardCharsets.ISO_8859_1));

    List<Fault> faults = read(folder);

    assertEquals(List.of("PRB-N007"), faults.stream().map(Fault::code).toList());
  }

  @Test
  void aFolderThatIsNotThereIsAFault(@TempDir Path folder) {
    assertEquals(
        List.of("PRB-N001"), read(folder.resolve("none")).stream().map(Fault::code).toList());
  }

  @Test
  void manyValuesAreRefusedBeforeTheyFillTheMemory() {
    String list = HEAD + "clauses: [" + "a,".repeat(600_000) + "a]\n";

    List<Fault> faults = faults(Map.of("pack.yaml", list));

    assertTrue(faults.stream().anyMatch(f -> f.code().equals("PRB-N005")), faults.toString());
  }

  private static List<Fault> read(Path folder) {
    return switch (PackReader.read(folder, TinyPack.LEXICON)) {
      case PackReader.Outcome.Read read -> new ArrayList<>();
      case PackReader.Outcome.Faulty faulty -> faulty.faults();
    };
  }
}
