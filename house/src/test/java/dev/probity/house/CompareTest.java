// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.engine.Compiled;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.compare.Comparison;
import dev.probity.notice.compare.Inquiry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The questions that show where notices differ, with the answers that reading the notices gives:
 * for three of them they were written down before the packs were.
 */
class CompareTest {
  private static final List<Fault> FAULTS = new ArrayList<>();
  private static final Inquiry INQUIRY = inquiry();
  private static final List<PackSource> PACKS =
      INQUIRY.packs().stream().map(Repository::pack).map(Packs::read).toList();

  /** One line a question: the answers of omron, imetrix and innomax. */
  private static final Map<String, List<String>> READ = new TreeMap<>();

  static {
    answers("A page view is counted with a cookie", "PERMIT", "NOT_COVERED", "PERMIT");
    answers("The same page view while Do Not Track is on", "PERMIT", "NOT_COVERED", "DENY INX-060");
    answers("Somebody of 12 signs up", "DENY OMR-153", "DENY IMX-030", "DENY INX-132");
    answers("Somebody of 15 signs up", "PERMIT", "DENY IMX-030", "DENY INX-132");
    answers("Somebody of 17 signs up", "PERMIT", "DENY IMX-030", "PERMIT");
    answers("Somebody of 30 signs up", "PERMIT", "PERMIT", "PERMIT");
    answers("The same nine business days", "DENY OMR-149", "PERMIT", "DENY INX-153");
    answers("The same eleven business days", "DENY OMR-149", "PERMIT", "DENY INX-153");
    answers("Then a mail that resets", "PERMIT OMR-150", "DENY", "PERMIT INX-154");
    answers("The list of e-mail addresses", "DENY OMR-054", "DENY IMX-014", "DENY INX-102");
    answers("A partner gets an e-mail", "PERMIT OMR-039", "DENY", "DENY INX-102");
    answers("Somebody known asks to see", "PERMIT OMR-132", "NOT_COVERED", "PERMIT INX-142");
    answers("The same, where it would give", "DENY OMR-136", "NOT_COVERED", "DENY");
    answers("Data under dispute", "PERMIT tell:dispute", "DENY", "DENY");
    answers("A Californian asks in March", "PERMIT OMR-155", "PERMIT IMX-040", "PERMIT");
    answers("And again in April", "DENY OMR-156", "DENY IMX-043", "PERMIT");
    answers("A phone uploads a blood", "OUT_OF_SCOPE OMR-010b", "DENY IMX-009b", "DENY");
    answers("Sponsor B of a webinar", "DENY", "DENY", "PERMIT INX-108");
    answers("Sponsor C, whose booth", "DENY", "DENY", "DENY INX-109");
    answers("Sponsor B gets it after", "DENY", "DENY", "DENY INX-111");
    answers("An address past its time", "PERMIT", "DENY", "DENY INX-139");
    answers("A use only a later notice", "DENY OMR-028", "DENY", "DENY");
    answers("The same once the banner", "DENY OMR-028", "DENY", "DENY");
  }

  private static void answers(String question, String... answers) {
    READ.put(question, List.of(answers));
  }

  @Test
  void eachPackAnswersAsItsNoticeReads() {
    Map<String, List<String>> wrong = new TreeMap<>();
    List<Comparison.Line> lines = lines(false);
    READ.forEach(
        (question, wanted) -> {
          Comparison.Line line =
              lines.stream().filter(l -> l.name().startsWith(question)).findFirst().orElseThrow();
          List<String> said = new ArrayList<>();
          List<String> packs = List.of("omron", "imetrix", "innomax");
          for (int i = 0; i < packs.size(); i++)
            said.add(said(line.replies().get(packs.get(i)), wanted.get(i)));
          if (!said.equals(wanted)) wrong.put(question, said);
        });
    assertEquals(Map.of(), wrong);
  }

  /** The effect, and the clause or act looked for where it is there. */
  private static String said(Comparison.Reply reply, String wanted) {
    String effect = reply.decision().effect().name();
    String[] parts = wanted.split(" ");
    boolean there =
        parts.length == 2
            && (reply.decision().because().contains(parts[1])
                || reply.decision().acts().contains(parts[1]));
    return there ? effect + " " + parts[1] : effect;
  }

  @Test
  void aRefusalCarriesItsLetterAndTheWayOnFromThere() {
    Comparison.Line refused =
        lines(false).stream()
            .filter(l -> l.name().contains("give somebody else"))
            .findFirst()
            .get();

    assertEquals(
        List.of("OMR-136", "OMR-140"), refused.replies().get("omron").decision().because());
  }

  @Test
  void bothEnginesAnswerAlike() {
    assertEquals(lines(false), lines(true));
  }

  private static List<Comparison.Line> lines(boolean compiled) {
    List<Comparison.Line> lines =
        new Comparison(PACKS, compiled ? Compiled::of : Reference::new)
            .of(INQUIRY.questions(), FAULTS);
    assertEquals(List.of(), FAULTS);
    return lines;
  }

  private static Inquiry inquiry() {
    try {
      String file = "packs/compare.yaml";
      String text = Files.readString(Repository.root().resolve(file));
      return Inquiry.of(YamlReader.read(file, text, FAULTS).orElseThrow(), FAULTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
