// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.ChoiceRule;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.kernel.term.Vocabulary;
import dev.probity.notice.scenario.ScenarioReader;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import dev.probity.notice.yaml.YamlReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a pack's folder whole. All mistakes are reported at once; a pack with mistakes is never
 * handed out to decide. One thread, one use.
 */
public final class PackReader {
  private final PackFiles files;
  private final Lexicon lexicon;
  private final List<Fault> faults;
  private final Merged merged;
  private final Words words;
  private final List<Section> sections = new ArrayList<>();
  private final List<Clause> clauses = new ArrayList<>();
  private final Map<String, PackSource> laid = new LinkedHashMap<>();
  private final ReadBefore before;

  private PackReader(PackFiles files, Lexicon lexicon, ReadBefore before, List<Fault> faults) {
    this.files = files;
    this.lexicon = lexicon;
    this.before = before;
    this.faults = faults;
    this.merged = Merged.of(files, faults);
    this.words = new Words(lexicon, declared(merged), faults);
  }

  /** The pack in a folder, or its faults. */
  public static Outcome read(Path folder, Lexicon lexicon) {
    List<Fault> faults = new ArrayList<>();
    PackFiles files = PackFiles.read(folder, faults);
    return faults.isEmpty() ? read(files, lexicon) : new Outcome.Faulty(faults);
  }

  public static Outcome read(PackFiles files, Lexicon lexicon) {
    return read(files, lexicon, new ReadBefore());
  }

  /**
   * As {@link #read(PackFiles, Lexicon)}, one of several.
   *
   * @param before of this lexicon
   */
  public static Outcome read(PackFiles files, Lexicon lexicon, ReadBefore before) {
    List<Fault> faults = new ArrayList<>();
    PackSource source = new PackReader(files, lexicon, before, faults).source();
    return faults.isEmpty()
        ? new Outcome.Read(source)
        : new Outcome.Faulty(faults.stream().distinct().sorted().toList());
  }

  /** A pack, or everything wrong with it. */
  public sealed interface Outcome {
    record Read(PackSource source) implements Outcome {}

    record Faulty(List<Fault> faults) implements Outcome {}
  }

  private static Map<String, Set<String>> declared(Merged merged) {
    return Map.of(
        "recipient",
        merged.names("recipients"),
        "point",
        merged.names("points"),
        "consent",
        merged.names("consents"),
        "choice",
        merged.names("choices"),
        "text",
        merged.names("texts"));
  }

  private PackSource source() {
    Header header = header();
    VocabularyReader vocabulary = new VocabularyReader(words);
    Vocabulary terms = vocabulary.read(merged.form("vocabulary"), merged.form("recipients"));
    Map<String, Entry> entries = entries();
    entries.values().forEach(e -> clauses.addAll(e.clauses()));
    PointReader points = new PointReader(words);
    merged.form("points").each(points::read);
    clauses.addAll(points.clauses());
    matrices();
    SettingsReader settings = new SettingsReader(words);
    Map<String, ConsentRule> consents = new HashMap<>();
    merged.form("consents").each((id, n) -> consents.put(id, settings.consent(id, n)));
    Map<String, ChoiceRule> choices = new HashMap<>();
    merged.form("choices").each((id, n) -> choices.put(id, settings.choice(id, n)));
    for (String section :
        List.of(
            "points",
            "consents",
            "choices",
            "trackers",
            "rights",
            "retention",
            "reports",
            "recipients",
            "vocabulary",
            "texts",
            "assertions",
            "parameters",
            "lists")) named(section);
    merged.form("parameters").each(new ParameterReader(faults)::read);
    merged.form("lists").each(new ListingReader(words)::read);
    AssertionReader assertions = new AssertionReader(words);
    merged.form("assertions").each(assertions::read);
    for (String section : List.of("trackers", "rights", "retention", "reports", "recipients")) {
      merged.form(section).each((name, n) -> Shapes.check(section, name, n, words));
    }
    Pack pack =
        new Pack(
            header.id(),
            header.version(),
            header.inForce(),
            Digest.of(merged.sections()),
            terms,
            clauses,
            points.rules(),
            consents,
            choices,
            vocabulary.evidence(),
            overlays(terms));
    List<PackSource> earlier = earlier();
    History history =
        new VersionsReader(words)
            .read(merged, pack, earlier.stream().map(PackSource::pack).toList(), sections);
    ScenarioReader scenarios = scenarios(header.inForce());
    List<Resolve> resolves = resolves();
    PackSource source =
        new PackSource(
            files.folder(),
            header,
            entries,
            sections,
            resolves,
            pack,
            history,
            scenarios.scenarios(),
            scenarios.expectations(),
            traces(),
            laid,
            earlier,
            lexicon);
    References.check(source, faults);
    return source;
  }

  private Header header() {
    if (merged.get("pack").isEmpty() && faults.stream().noneMatch(PackReader::unread)) {
      faults.add(
          new Fault(
              "PRB-N026",
              "this pack does not say who and when",
              "add `pack: {id: .., version: .., in-force: .., controller: ..}` to pack.yaml",
              Where.file(files.folder())));
    }
    Form form = merged.form("pack");
    boolean there = merged.get("pack").isPresent();
    String id = there ? form.required("id") : "";
    String version = there ? form.required("version") : "";
    Instant inForce =
        form.text("in-force")
            .flatMap(t -> Moments.instant(t, form.where("in-force"), faults))
            .orElse(Instant.EPOCH);
    if (there && !form.has("in-force")) form.required("in-force");
    form.text("language")
        .filter(v -> !v.equals("1"))
        .ifPresent(
            v ->
                form.fault(
                    "PRB-N027",
                    "this pack is written in version "
                        + v
                        + " of the language; this Probity reads version 1",
                    "use a Probity that reads it, or convert the pack",
                    form.where("language")));
    form.get("notice");
    Header header =
        new Header(
            id,
            version,
            inForce,
            form.text("controller", ""),
            form.words("languages"),
            List.copyOf(words.checked(form, "regions", "region")),
            List.copyOf(words.checked(form, "roles", "role")),
            form.words("statutes"));
    form.done();
    return header;
  }

  private Map<String, Entry> entries() {
    ClauseReader reader = new ClauseReader(words);
    Map<String, Entry> entries = new LinkedHashMap<>();
    merged.form("clauses").each((id, node) -> entries.put(id, reader.read(id, node)));
    return entries;
  }

  private void matrices() {
    MatrixReader reader = new MatrixReader(words);
    int number = 0;
    for (Node node : merged.items("matrix")) {
      int current = ++number;
      List<String> rows = reader.read(node, current);
      if (node instanceof Node.Fields fields)
        sections.add(new Section("matrix", String.valueOf(current), rows, fields, node.where()));
    }
    clauses.addAll(reader.clauses());
  }

  private void named(String section) {
    merged
        .form(section)
        .each(
            (name, node) -> {
              if (node instanceof Node.Fields fields) {
                Form form = new Form(fields, "`" + name + "`", faults);
                List<String> keeps = new ArrayList<>(form.words("keeps"));
                if (section.equals("points"))
                  form.each(
                      "fields",
                      (f, n) -> {
                        if (n instanceof Node.Fields field)
                          keeps.addAll(new Form(field, "a field", faults).words("keeps"));
                      });
                sections.add(
                    new Section(
                        section, name, keeps.stream().distinct().toList(), fields, node.where()));
              }
            });
  }

  /** Whether a file could not be read: then what it holds is not missed as well. */
  private static boolean unread(Fault fault) {
    return List.of("PRB-N002", "PRB-N005").contains(fault.code());
  }

  private List<Overlay> overlays(Vocabulary terms) {
    List<Overlay> overlays = new ArrayList<>();
    for (Node node : merged.items("overlays")) {
      Form form = Form.of(node, "an overlay", faults);
      String id = form.required("pack");
      Match match = new MatchReader(words).read(form, "of");
      List<Condition> when = new ConditionReader(words).list(form, "when");
      laidOver(id, form)
          .map(p -> Laid.over(p, terms))
          .ifPresent(p -> overlays.add(new Overlay(id, match, when, p)));
      sections.add(new Section("overlays", id, form.words("keeps"), form.node(), form.where()));
      form.done();
    }
    return overlays;
  }

  private Optional<Pack> laidOver(String id, Form form) {
    PackFiles own = files.within("overlays/" + id);
    PackFiles inner = own.texts().isEmpty() ? files.statute(id) : own;
    if (inner.texts().isEmpty()) {
      form.fault(
          "PRB-N019",
          "the overlay `" + id + "` is not there",
          "put its pack into overlays/" + id + "/, or into statutes/" + id + "/ beside the pack",
          form.where());
      return Optional.empty();
    }
    PackSource source = before.or(inner, () -> source(inner), faults);
    laid.put(id, source);
    return Optional.of(source.pack());
  }

  private PackSource source(PackFiles other) {
    return new PackReader(other, lexicon, before, faults).source();
  }

  private List<PackSource> earlier() {
    return files.foldersIn("versions").stream().map(v -> source(files.version(v))).toList();
  }

  private ScenarioReader scenarios(Instant inForce) {
    ScenarioReader reader = new ScenarioReader(words.with(laid.values()), inForce);
    merged.get("scenarios").ifPresent(reader::read);
    for (String file : files.scenarioFiles()) {
      YamlReader.read(files.path(file), files.texts().getOrDefault(file, ""), faults)
          .ifPresent(reader::read);
    }
    return reader;
  }

  private List<Resolve> resolves() {
    List<Resolve> resolves = new ArrayList<>();
    merged
        .form("resolves")
        .each(
            (id, node) -> {
              Form form = Form.of(node, "`" + id + "`", faults);
              String by = form.required("by");
              if (!by.isEmpty() && !Resolve.WAYS.contains(by))
                form.fault(
                    "PRB-N014",
                    "a tension is not settled by `" + by + "`",
                    dev.probity.notice.yaml.Nearest.fix(by, Resolve.WAYS),
                    form.where("by"));
              String target = "";
              for (String key :
                  List.of(
                      "clause", "in", "rule", "alias", "right", "overlay", "parameter", "lint")) {
                List<String> named = form.words(key);
                if (target.isEmpty() && !named.isEmpty()) target = named.getFirst();
              }
              resolves.add(
                  new Resolve(
                      id, by, target, form.words("over"), form.text("says", ""), node.where()));
              form.done();
            });
    return resolves;
  }

  private Map<String, List<PackSource.Traced>> traces() {
    Map<String, List<PackSource.Traced>> traces = new TreeMap<>();
    for (String file : files.traceFiles()) traces.put(file, trace(file));
    return traces;
  }

  private List<PackSource.Traced> trace(String file) {
    List<PackSource.Traced> traced = new ArrayList<>();
    Optional<Node> read = YamlReader.read(files.path(file), files.text(file), faults);
    if (read.isPresent() && read.get() instanceof Node.Items items) {
      for (Node node : items.items()) {
        Form.of(node, "a traced sentence", faults)
            .each((print, ids) -> traced.add(new PackSource.Traced(print, words(ids))));
      }
    }
    return traced;
  }

  private static List<String> words(Node node) {
    List<String> words = new ArrayList<>();
    List<Node> items = node instanceof Node.Items list ? list.items() : List.of(node);
    for (Node item : items) if (item instanceof Node.Text text) words.add(text.value());
    return words;
  }
}
