// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.pack.PackFiles;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Proof;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.vocabulary.LexiconReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Weakens what each enforced row of a pack rests on, in one place at a time, and sees that a flow
 * of that row fails: a flow that would not notice shows nothing. One server plays them all.
 */
class FlowMutantsTest {
  private static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));
  private static final PackFiles OMRON =
      PackFiles.read(ROOT.resolve("packs/omron"), new ArrayList<>());

  /** In one file of the pack, other words in the place of some. */
  private record Mutant(String row, String file, String old, String now) {}

  private static final List<Mutant> MUTANTS =
      List.of(
          new Mutant("OMR-006", "pack.yaml", "in-force: 2020-01-01", "in-force: 2019-01-01"),
          new Mutant("OMR-012", "pack.yaml", "    level: implied", "    level: accepted"),
          new Mutant("OMR-012", "pack.yaml", "CA: opt-in, default", "CA: opt-out, default"),
          new Mutant(
              "OMR-016",
              "points.yaml",
              "communication.enquiry: required}\n"
                  + "    for: communication.enquiry\n"
                  + "    from: subject\n"
                  + "  contest",
              "communication.enquiry: required}\n"
                  + "    for: communication.enquiry\n"
                  + "    from: public-record\n"
                  + "  contest"),
          new Mutant(
              "OMR-017",
              "points.yaml",
              "product.interest: optional, c",
              "product.interest: optional, demographic.birth-date: optional, c"),
          new Mutant(
              "OMR-018",
              "points.yaml",
              "contact.address: optional, product.owned: required}",
              "product.owned: required}"),
          new Mutant(
              "OMR-018", "points.yaml", "product.owned: required}", "product.owned: optional}"),
          new Mutant(
              "OMR-019",
              "points.yaml",
              "contact.email: required, contact.phone: optional, contact.address: optional,"
                  + " product.owned: optional}\n"
                  + "    for: marketing",
              "contact.email: required, contact.address: optional, product.owned: optional}\n"
                  + "    for: marketing"),
          new Mutant("OMR-020", "points.yaml", "product.interest: optional, ", ""),
          new Mutant(
              "OMR-022",
              "points.yaml",
              "      browser.type: {need: optional, keeps: OMR-022}\n",
              ""),
          new Mutant(
              "OMR-023", "points.yaml", "      usage.page: {need: optional, keeps: OMR-023}\n", ""),
          new Mutant(
              "OMR-024",
              "points.yaml",
              "      usage.duration: {need: optional, keeps: OMR-024}\n",
              ""),
          new Mutant(
              "OMR-025",
              "points.yaml",
              "      usage.referrer: {need: optional, keeps: OMR-025}\n",
              ""),
          new Mutant("OMR-055", "sharing.yaml", "[account.username, demographic", "[demographic"),
          new Mutant(
              "OMR-082",
              "trackers.yaml",
              "mail-pixel: {by: email-pixel",
              "mail-pixel: {by: beacon"),
          new Mutant(
              "OMR-082",
              "cookies.yaml",
              "[usage.email.open, usage.email.response]",
              "usage.email.response"),
          new Mutant(
              "OMR-082",
              "cookies.yaml",
              "    by: email-pixel\n    for: analytics.email\n  OMR-083",
              "    by: beacon\n    for: analytics.email\n  OMR-083"),
          new Mutant(
              "OMR-082",
              "marketing.yaml",
              "[collect, use, disclose]\n    for: {any-but: [compliance",
              "[use, disclose]\n    for: {any-but: [compliance"),
          new Mutant(
              "OMR-082",
              "laws.yaml",
              "{pack: gdpr, when: [{region: {of: subject, in: [EEA]}}]}",
              "{pack: gdpr, when: [{region: {of: subject, in: [UK]}}]}"),
          new Mutant(
              "OMR-118",
              "points.yaml",
              "content.comment: required, account.username: optional",
              "content.comment: required"),
          new Mutant("OMR-119", "sharing.yaml", "content.comment, content.post]", "content.post]"),
          new Mutant("OMR-130", "points.yaml", "    when: [{state: signed-in}]\n", ""),
          new Mutant(
              "OMR-148",
              "pack.yaml",
              "marketing-mail: {from: [mail, page]",
              "marketing-mail: {from: [page]"),
          new Mutant(
              "OMR-149", "marketing.yaml", "when: [{choice: marketing-mail", "when: [{choice: dnt"),
          new Mutant("OMR-152", "marketing.yaml", "do: [{tell: consequences}]", "do: [record]"),
          new Mutant(
              "OMR-152",
              "marketing.yaml",
              "    forbid: [collect, use, disclose]\n    for: {any-but",
              "    forbid: [collect]\n    for: {any-but"),
          new Mutant("OMR-154", "desk.yaml", "do: [block, erase]", "do: [block]"),
          new Mutant("OMR-154", "desk.yaml", "forbid: [use, disclose, retain]", "forbid: retain"),
          new Mutant("OMR-154", "desk.yaml", "do: [block, erase]", "do: [erase]"),
          new Mutant("OMR-162", "notice.yaml", "do: [{mark: posted}]", "do: [record]"),
          new Mutant("OMR-163", "notice.yaml", "do: [{tell: change-highlighted}]", "do: [record]"),
          new Mutant("OMR-163", "pack.yaml", "  pin: new-permissions", "  pin: none"),
          new Mutant("OMR-163", "pack.yaml", "  until: [{notice: change-highlighted}]\n", ""),
          new Mutant("OMR-165", "points.yaml", "    confirms: subscribed\n", ""),
          new Mutant(
              "OMR-165",
              "points.yaml",
              "    keeps: OMR-165\n    fields: {contact.email: required}",
              "    keeps: OMR-165\n    fields: {contact.email: required, contact.name: optional}"),
          new Mutant(
              "OMR-165", "points.yaml", "    asks: [marketing]\n    confirms", "    confirms"),
          new Mutant("OMR-169", "notice.yaml", "is: confirmed}", "is: [confirmed, declined]}"),
          new Mutant("OMR-169", "notice.yaml", "is: confirmed}", "is: [confirmed, unasked]}"),
          new Mutant(
              "OMR-169",
              "pack.yaml",
              "      declined: {says: {en: \"No, from somewhere else\", sv: \"Nej, någon"
                  + " annanstans ifrån\"}}\n",
              ""),
          new Mutant("OMR-169", "pack.yaml", ", region: US}", "}"),
          new Mutant("OMR-169", "pack.yaml", "    asks: shopping-question\n", ""),
          new Mutant(
              "OMR-151",
              "marketing.yaml",
              "is: withdrawn, covers: [purpose]",
              "is: withdrawn, covers: [data]"));

  private record Cast(Mutant mutant, PackSource source, Scenario flow) {}

  @Test
  void aFlowNoticesWhatItsRowRestsOn() throws Exception {
    Map<String, Cast> casts = new TreeMap<>();
    Map<String, PackSource> controllers = new LinkedHashMap<>();
    for (Mutant mutant : MUTANTS) {
      PackSource source = read(mutant);
      for (Scenario flow : flows(source, mutant.row())) {
        String name = "mutant-" + casts.size();
        casts.put(name, new Cast(mutant, source, flow));
        controllers.put(name, source);
      }
    }
    Set<Mutant> noticed = new HashSet<>();
    Path folder = Path.of("target", "mutants").toAbsolutePath();
    Stage.Setting setting =
        Stage.set(folder, System.getenv("PATH"), InstantSource.system(), controllers);
    assertTrue(setting instanceof Stage.Setting.Set, setting.toString());
    try (Stage stage = ((Stage.Setting.Set) setting).stage()) {
      casts.forEach(
          (name, cast) -> {
            if (stage.play(name, cast.source(), cast.flow()).failed()) noticed.add(cast.mutant());
          });
    }
    assertEquals(List.of(), MUTANTS.stream().filter(m -> !noticed.contains(m)).toList());
  }

  /** So that nobody adds a flow without a mutant that it kills. */
  @Test
  void everyRowWithAFlowHasAMutant() {
    PackSource source = read(OMRON);
    Set<String> rows = new TreeSet<>();
    for (Scenario scenario : source.scenarios())
      if (scenario.ask() instanceof Ask.Flow)
        for (String name : scenario.keeps()) {
          String row = source.entries().containsKey(name) ? source.entries().get(name).row() : name;
          if (source.proof(row).equals(Optional.of(Proof.SERVER))) rows.add(row);
        }
    Set<String> mutated = new TreeSet<>();
    MUTANTS.forEach(mutant -> mutated.add(mutant.row()));
    assertEquals(rows, mutated);
  }

  private static List<Scenario> flows(PackSource source, String row) {
    return source.scenarios().stream()
        .filter(s -> s.ask() instanceof Ask.Flow)
        .filter(s -> s.keeps().stream().anyMatch(name -> name.startsWith(row)))
        .toList();
  }

  private static PackSource read(Mutant mutant) {
    Map<String, String> texts = new TreeMap<>(OMRON.texts());
    String text = texts.getOrDefault(mutant.file(), "");
    String weakened = text.replace(mutant.old(), mutant.now());
    assertNotEquals(text, weakened, mutant.toString());
    texts.put(mutant.file(), weakened);
    return read(new PackFiles(OMRON.folder(), texts));
  }

  private static PackSource read(PackFiles files) {
    return switch (PackReader.read(files, LexiconReader.shipped())) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }
}
