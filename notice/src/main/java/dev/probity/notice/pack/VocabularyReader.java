// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Floor;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.vocabulary.Word;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.time.Instant;
import java.time.Period;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code vocabulary} and {@code recipients}: what a pack adds to the shared words. One
 * thread.
 */
final class VocabularyReader {
  private final Lexicon lexicon;
  private final Words words;
  private final List<Fault> faults;
  private final Map<String, EvidenceRule> evidence = new HashMap<>();
  private final Map<String, Floor> floors = new HashMap<>();

  VocabularyReader(Words words) {
    this.lexicon = words.lexicon();
    this.words = words;
    this.faults = words.faults();
  }

  Map<String, EvidenceRule> evidence() {
    return evidence;
  }

  Vocabulary read(Form vocabulary, Form recipients) {
    floors.putAll(lexicon.floors());
    vocabulary.each(
        "floors",
        (data, n) -> floor(n).ifPresent(f -> floors.put(words.check("data", data, n.where()), f)));
    vocabulary.each(
        "evidence",
        (kind, n) ->
            evidence.put(
                words.check("evidence", kind, n.where()),
                rule(Form.of(n, "the evidence `" + kind + "`", faults))));
    vocabulary.each(
        "aliases",
        (section, n) ->
            Form.of(n, "aliases", faults)
                .each((term, names) -> words.check(section, term, names.where())));
    vocabulary.done();
    Map<Dimension, Tree> trees = new EnumMap<>(Dimension.class);
    for (Dimension d : Dimension.values()) trees.put(d, lexicon.tree(MatchReader.section(d)));
    Map<String, String> own = new HashMap<>();
    recipients.each((name, n) -> own.put(name, parent(name, n)));
    trees.put(Dimension.RECIPIENT, acyclic(lexicon.tree("recipient", own), recipients));
    Map<String, String> points = new HashMap<>();
    words.declared().getOrDefault("point", java.util.Set.of()).forEach(p -> points.put(p, ""));
    trees.put(Dimension.POINT, new Tree(points));
    return new Vocabulary(trees, lexicon.tree("evidence"), floors, lexicon.regions());
  }

  private String parent(String name, Node node) {
    Form form = Form.of(node, "the recipient `" + name + "`", faults);
    Optional<String> under = form.text("under");
    if (under.isPresent()) return words.check("recipient", under.get(), form.where("under"));
    Word shared = lexicon.section("recipient").get(name);
    if (shared != null) return shared.parent();
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
  }

  private Tree acyclic(Tree tree, Form recipients) {
    for (String start : recipients.node().fields().keySet()) {
      String at = start;
      for (int steps = 0; !at.isEmpty(); steps++) {
        if (steps > tree.parents().size()) {
          recipients.fault(
              "PRB-N023",
              "the recipient `" + start + "` stands under itself",
              "name another parent with `under`",
              recipients.where(start));
          return lexicon.tree("recipient");
        }
        at = tree.parents().getOrDefault(at, "");
      }
    }
    return tree;
  }

  /** {@code {floor: PII, covered-entity: PHI}}: a floor and the roles in which it is higher. */
  private Optional<Floor> floor(Node node) {
    Form form = Form.of(node, "a floor", faults);
    Optional<DataClass> lowest = form.oneOf("floor", DataClass.class);
    if (lowest.isEmpty()) form.required("floor");
    Map<String, DataClass> byRole = new HashMap<>();
    form.each(
        (role, n) -> {
          if (role.equals("floor") || !(n instanceof Node.Text text)) return;
          words.check("role", role, n.where());
          Form.constant(text.value(), DataClass.class, n.where(), faults)
              .ifPresent(c -> byRole.put(role, c));
        });
    return lowest.map(f -> new Floor(f, byRole));
  }

  private EvidenceRule rule(Form form) {
    Instant until =
        form.text("until")
            .flatMap(t -> Moments.instant(t, form.where("until"), faults))
            .orElse(null);
    Period lasts =
        form.text("for").flatMap(t -> Moments.period(t, form.where("for"), faults)).orElse(null);
    form.flag("document");
    form.done();
    return new EvidenceRule(until, lasts);
  }
}
