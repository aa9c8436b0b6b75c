// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.scenario.LintExpectation;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A pack as its authors wrote it, read whole: entries, sections, scenarios, and the kernel's pack
 * they make. Immutable.
 *
 * @param entries by id, in the order written
 * @param sections everything in sections other than {@code clauses}
 * @param pack what decides under this version
 * @param history this version and earlier ones
 * @param traces by file, one a language: fingerprints of the notice's sentences in order, each with
 *     its clauses
 * @param overlays the packs laid over this one, by the id under which it names them
 * @param earlier the versions before this one, as they were written
 */
public record PackSource(
    String folder,
    Header header,
    Map<String, Entry> entries,
    List<Section> sections,
    List<Resolve> resolves,
    Pack pack,
    History history,
    List<Scenario> scenarios,
    List<LintExpectation> expectations,
    Map<String, List<Traced>> traces,
    Map<String, PackSource> overlays,
    List<PackSource> earlier,
    Lexicon lexicon) {
  /** One sentence of the notice by its fingerprint, and the entries that encode it. */
  public record Traced(String fingerprint, List<String> clauses) {}

  /** The same with other scenarios, which decide nothing. */
  public PackSource with(List<Scenario> others) {
    return new PackSource(
        folder,
        header,
        entries,
        sections,
        resolves,
        pack,
        history,
        others,
        expectations,
        traces,
        overlays,
        earlier,
        lexicon);
  }

  /** The file whose trace has most of these sentences, by fingerprint; none that has any. */
  public Optional<String> traceOf(Collection<String> fingerprints) {
    Set<String> known = Set.copyOf(fingerprints);
    ToLongFunction<String> shared =
        file ->
            traces.getOrDefault(file, List.of()).stream()
                .filter(t -> known.contains(t.fingerprint()))
                .count();
    return traces.keySet().stream()
        .filter(file -> shared.applyAsLong(file) > 0)
        .max(Comparator.comparingLong(shared).thenComparing(Comparator.reverseOrder()));
  }

  /** The rows of the notice, each once, in order. */
  public Set<String> rows() {
    Set<String> rows = new LinkedHashSet<>();
    entries.values().forEach(e -> rows.add(e.row()));
    return rows;
  }

  public List<Entry> entriesOf(String row) {
    return entries.values().stream().filter(e -> e.row().equals(row)).toList();
  }

  /** The row's first entry: it has the lines and the place of proof. */
  public Entry head(String row) {
    Entry own = entries.get(row);
    return own != null ? own : entriesOf(row).getFirst();
  }

  public Optional<Proof> proof(String row) {
    return head(row).proof();
  }

  /** Sections that hold the entry's substance. An assertion holds none: it only looks at it. */
  public List<Section> keeping(String entry) {
    return sections.stream()
        .filter(s -> s.keeps().contains(entry) && !s.section().equals("assertions"))
        .toList();
  }

  public List<Section> section(String name) {
    return sections.stream().filter(s -> s.section().equals(name)).toList();
  }

  /** The entry behind a citation, {@code overlay:ID} where it belongs to a pack laid over this. */
  public Optional<Entry> entry(String cite) {
    int colon = cite.indexOf(':');
    if (colon < 0) return Optional.ofNullable(entries.get(cite));
    return law(cite.substring(0, colon)).flatMap(l -> l.entry(cite.substring(colon + 1)));
  }

  /** The pack laid over this one that cites by that id. */
  public Optional<PackSource> law(String id) {
    return overlays.values().stream().filter(l -> l.header().id().equals(id)).findFirst();
  }

  /**
   * Whether a citation rests on a law's record that nobody checked against the text: on none that
   * is {@link Parameter#verified()}. A notice's own clauses rest on the notice.
   */
  public boolean unverified(String cite) {
    int colon = cite.indexOf(':');
    if (colon >= 0) {
      return law(cite.substring(0, colon))
          .filter(l -> l.unverified(cite.substring(colon + 1)))
          .isPresent();
    }
    Entry entry = entries.get(cite);
    if (entry == null || section("parameters").isEmpty()) return false;
    return parameters().stream().filter(Parameter::verified).noneMatch(p -> keptBy(p.id(), entry));
  }

  private boolean keptBy(String parameter, Entry entry) {
    return section("parameters").stream()
        .filter(s -> s.name().equals(parameter))
        .anyMatch(s -> s.keeps().contains(entry.id()) || s.keeps().contains(entry.row()));
  }

  /** What the law of this pack says in numbers. Read again at each call. */
  public List<Parameter> parameters() {
    return ParameterReader.of(this);
  }

  /** What the law of this pack enumerates. Read again at each call. */
  public List<Listing> lists() {
    ListingReader reader = new ListingReader(words(new ArrayList<>()));
    return section("lists").stream().map(s -> reader.read(s.name(), s.node())).toList();
  }

  /** What the row can be held to, by the verbs of its entries. */
  public Standing standing(String row) {
    Set<Verb> verbs = new TreeSet<>();
    entriesOf(row).forEach(e -> verbs.add(e.verb()));
    if (verbs.equals(Set.of(Verb.INFORM))) return Standing.INFORMATIONAL;
    if (proof(row).isEmpty() && verbs.contains(Verb.CONTROL)) return Standing.CONTROL;
    return Standing.ENFORCEABLE;
  }

  /** This version and those before it, newest first. */
  public List<PackSource> versions() {
    return Stream.concat(Stream.of(this), earlier.stream())
        .sorted(Comparator.comparing((PackSource s) -> s.header().inForce()).reversed())
        .toList();
  }

  /** What the pack says under this name in {@code texts}; empty where it says nothing. */
  public Said text(String name) {
    return named("texts", name).map(Said::of).orElse(new Said(Map.of()));
  }

  /** The sentence in which a consent is asked for; empty where there is none. */
  public Said asked(String consent) {
    return named("consents", consent)
        .flatMap(fields -> Optional.ofNullable(fields.fields().get("asks")))
        .map(field -> Said.of(field.value()))
        .orElse(new Said(Map.of()));
  }

  /** What a record of this consent is tied to. */
  List<String> covers(String consent) {
    return named("consents", consent)
        .map(fields -> new Form(fields, "a consent", new ArrayList<>()).words("covers"))
        .orElse(List.of());
  }

  private Optional<Node.Fields> named(String section, String name) {
    return section(section).stream()
        .filter(s -> s.name().equals(name))
        .map(Section::node)
        .findFirst();
  }

  /** The words that question files of this pack, and of what is laid over it, may use. */
  public Words words(List<Fault> faults) {
    Map<String, Set<String>> declared = new HashMap<>();
    for (Section s : sections)
      declared.computeIfAbsent(section(s), k -> new TreeSet<>()).add(s.name());
    return new Words(lexicon, declared, faults).with(overlays.values());
  }

  /** {@code recipients} declares a {@code recipient}. */
  private static String section(Section section) {
    String plural = section.section();
    return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
  }

  /** Ids of entries and rows that a scenario may name. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(entries.keySet());
    names.addAll(rows());
    return names;
  }

  /** Cites of all clauses that belong to an entry or to any entry of a row. */
  public Set<String> cites(String name) {
    List<String> cites = new ArrayList<>();
    entries.values().stream()
        .filter(e -> e.id().equals(name) || e.row().equals(name))
        .forEach(e -> cites.add(e.id()));
    return new TreeSet<>(cites);
  }
}
