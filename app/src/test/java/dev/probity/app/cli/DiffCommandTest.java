// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private static final String EARLIER = "packs/example/versions/2024-06-01";

  private static final String PACK =
      """
      pack: {id: tiny, version: "%s", in-force: 2024-01-01, controller: Tiny Inc.}
      consents: {letter: {level: %s, asks: {en: May we write?}}}
      clauses:
        T-1: {lines: "1", says: The address is taken., proof: kernel, permit: collect, data: contact.email}
        T-2: {lines: "2", says: It serves the letter., proof: kernel, permit: use, data: contact.email, for: marketing, when: [{consent: letter}, {notice: presented}]}
        T-3: {lines: "3", says: %s, proof: kernel, forbid: sell, data: contact.email, absolute: true}
        T-4: {lines: "4", says: Carriers get it., proof: kernel, permit: disclose, data: contact.email, to: service-provider, when: [{region: {of: subject, in: [%s]}}]}
      """;

  @TempDir Path folder;

  private String pack(String version, String level, String says, String regions)
      throws IOException {
    Path pack = Files.createDirectory(folder.resolve(version));
    Files.writeString(pack.resolve("pack.yaml"), PACK.formatted(version, level, says, regions));
    return pack.toString();
  }

  @Test
  void aPackIsNoOtherThanItselfInOtherWords() throws Exception {
    String one = pack("1", "opt-in", "It is never sold.", "US");
    String other = pack("2", "opt-in", "Nobody can buy it.", "US");
    Run run = Run.of("diff", one, other);

    assertEquals(Exit.FINE, run.code(), run.out() + run.err());
    assertTrue(run.out().contains("No semantic change"), run.out());
    assertTrue(run.out().contains("tiny@2 is at least as strict as tiny@1"), run.out());
    assertTrue(run.out().contains("tiny@1 is at least as strict as tiny@2"), run.out());
    assertEquals(Exit.FINE, Run.of("diff", "example", "example").code());
  }

  @Test
  void eachGroupHasAQuestionThatTheTwoPacksAnswerAsItSays() throws Exception {
    String one = pack("1", "opt-in", "It is never sold.", "US");
    String other = pack("2", "implied", "It is never sold.", "US, CA");
    assertTrue(answered(one, other) > 1);
    assertTrue(answered(other, one) > 1);
    assertTrue(answered(EARLIER, "example") > 1);
  }

  private static int answered(String one, String other) {
    Run run = Run.of("diff", one, other);
    assertEquals(Exit.FINDINGS, run.code(), run.out() + run.err());
    List<String> lines = run.out().lines().toList();
    int groups = 0;
    String[] effects = {};
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(" -> ") && i > 0)
        effects = lines.get(i).replaceAll("^(not )?material  (\\S+ -> \\S+).*", "$2").split(" -> ");
      if (!lines.get(i).startsWith("  given: ")) continue;
      groups++;
      String question = lines.get(i) + "\n" + lines.get(i + 1);
      assertEquals(effects[0], effect(question, one), question);
      assertEquals(effects[1], effect(question, other), question);
    }
    return groups;
  }

  private static String effect(String question, String pack) {
    Run decided = Run.asking(question, "decide", pack, "-");
    assertEquals(Exit.FINE, decided.code(), decided.err());
    return decided.out().strip().split("\\s")[0];
  }

  @Test
  void whatIsMaterialAndWhoMustHearOfItIsSaid() throws Exception {
    String one = pack("1", "opt-in", "It is never sold.", "US");
    String other = pack("2", "implied", "It is never sold.", "US, CA");
    Run run = Run.of("diff", one, other);
    assertTrue(run.out().contains("material  DENY -> PERMIT  use; data contact.email"), run.out());
    assertTrue(run.out().contains("  ask again for  letter"), run.out());
    assertTrue(run.out().contains("tell those whose data this is  contact.email"), run.out());
    Run programs = Run.of("diff", one, other, "--json");
    assertTrue(programs.out().contains("\"material\":true,\"stricter\":false"), programs.out());
    assertTrue(programs.out().contains("\"settings\":[\"consent:letter\"]"), programs.out());
  }

  @Test
  void packsOfTwoControllersAreComparedForStrictnessOnly() {
    Run run = Run.of("diff", "example", "ombre");

    assertEquals(Exit.WRONG_USE, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("PRB-N030"), run.err());
    assertTrue(run.err().contains("--stricter"), run.err());
    Run stricter = Run.of("diff", "--stricter", "example", "ombre");
    assertEquals(Exit.FINDINGS, stricter.code(), stricter.err());
    assertEquals(2, stricter.out().lines().filter(l -> l.contains("is not as strict as")).count());
    Run same = Run.of("diff", "--stricter", "ombre", "ombre");
    assertEquals(Exit.FINE, same.code(), same.out());
  }

  @Test
  void aPackThatCannotBeReadIsNoPackToCompare() throws Exception {
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(broken.resolve("pack.yaml"), "pack: {id: broken\n");
    Run run = Run.of("diff", "example", broken.toString());
    assertEquals(Exit.WRONG_USE, run.code(), run.out());
    assertTrue(run.err().contains("PRB-N002"), run.err());
    Run none = Run.of("diff", "example", "exemple");
    assertEquals(Exit.WRONG_USE, none.code(), none.out());
    assertEquals(1, none.err().lines().filter(l -> l.contains("PRB-")).count(), none.err());
  }
}
