// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Nearest;
import dev.probity.notice.yaml.Node;
import dev.probity.notice.yaml.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The way from Fides manifests to the skeleton of a pack. Whatever a manifest says and the pack
 * does not, and whatever had to be guessed, is a warning; the manifests themselves are kept within
 * the pack word for word, since references, identities and keys of datasets have no other place.
 * Stateless; costs the size of the manifests.
 */
public final class FidesImport {
  /** What came of it. */
  public sealed interface Outcome {
    /**
     * @param files texts by path within the pack
     */
    record Imported(Map<String, String> files, List<Fault> warnings) implements Outcome {}

    /** Nothing is written of manifests with mistakes. */
    record Faulty(List<Fault> faults) implements Outcome {}
  }

  private static final Set<String> KINDS =
      Set.of(
          "data_category",
          "data_use",
          "data_subject",
          "dataset",
          "system",
          "policy",
          "organization");
  private static final String ADVICE = "see docs/language.md for its shape";

  private final Notes notes = new Notes(new ArrayList<>(), new ArrayList<>());
  private final Words words;
  private final Skeleton pack;
  private final Map<Where, Form> roots = new LinkedHashMap<>();
  private String controller = "";

  private FidesImport(Lexicon lexicon, Map<String, String> kept) {
    this.words = Words.of(lexicon, notes);
    this.pack = new Skeleton(lexicon, kept);
  }

  /**
   * @param id of the pack
   * @param day from which the pack is in force
   */
  public static Outcome of(List<Manifest> manifests, String id, LocalDate day, Lexicon lexicon) {
    Map<String, String> kept = new HashMap<>();
    manifests.forEach(m -> kept.put(m.name(), m.kept()));
    FidesImport work = new FidesImport(lexicon, kept);
    manifests.forEach(work::open);
    if (work.notes.faults().isEmpty()) work.read();
    if (!work.notes.faults().isEmpty())
      return new Outcome.Faulty(
          work.notes.faults().stream().map(FidesImport::advised).distinct().toList());
    String name = work.controller.isEmpty() ? id : work.controller;
    Map<String, String> files = new LinkedHashMap<>(work.pack.files(id, day, name));
    manifests.forEach(m -> files.put(m.kept(), m.text()));
    return new Outcome.Imported(files, work.notes.warnings());
  }

  /** The forms of packs send to the pack language; here another page helps. */
  private static Fault advised(Fault fault) {
    return fault.fix().equals(ADVICE)
        ? new Fault(
            fault.code(), fault.sentence(), "see docs/guide/importing-fides.md", fault.where())
        : fault;
  }

  private void open(Manifest manifest) {
    Node node = YamlReader.read(manifest.name(), manifest.text(), notes.faults()).orElse(null);
    if (node == null) return;
    if (!(node instanceof Node.Fields fields)
        || fields.fields().keySet().stream().noneMatch(KINDS::contains)) {
      notes
          .faults()
          .add(
              new Fault(
                  "PRB-N114",
                  "this file holds none of dataset, system, policy, data_category",
                  "name a Fides manifest, or leave the file out",
                  Where.file(manifest.name())));
      return;
    }
    roots.put(Where.file(manifest.name()), new Form(fields, "a manifest", notes.faults()));
    fields
        .fields()
        .forEach(
            (key, field) -> {
              if (!KINDS.contains(key))
                notes.dropped(
                    "`" + key + "` is no kind of manifest", Nearest.fix(key, KINDS), field.key());
            });
  }

  private void read() {
    each("data_category", (form, path) -> own(form, "data", words.data()));
    each("data_use", (form, path) -> own(form, "purpose", words.purposes()));
    each(
        "data_subject",
        (form, path) ->
            notes.dropped(
                "a pack does not tell persons apart by kind",
                "if the notice does, add a condition (age, relation, role)",
                form.where()));
    each("organization", (form, path) -> organization(form));
    each("dataset", this::dataset);
    Map<String, String> kinds = new HashMap<>();
    each("system", (form, path) -> kinds.put(form.text("fides_key", ""), SystemReader.kind(form)));
    each("system", (form, path) -> new SystemReader(words, pack, kinds).read(form, path));
    PolicyReader policies = new PolicyReader(words, pack);
    each("policy", policies::read);
    if (pack.empty() && notes.faults().isEmpty())
      notes.dropped(
          "nothing in these manifests is a clause",
          "hand over the systems and datasets too",
          roots.keySet().iterator().next());
    if (controller.isEmpty())
      notes.guessed(
          "no organization is named; the pack calls the controller by its own id",
          "set `controller` in pack.yaml",
          roots.keySet().iterator().next());
  }

  /** Every element of a kind in all manifests, by turns; a key twice is a mistake. */
  private void each(String kind, BiConsumer<Form, String> use) {
    Map<String, Where> seen = new HashMap<>();
    for (Form root : roots.values()) {
      int at = 0;
      for (Node node : Named.list(root, kind)) {
        Form form = Form.of(node, "an entry of `" + kind + "`", notes.faults());
        String key = Named.text(form, "fides_key").orElse("");
        String path = kind + "[" + at++ + "]" + (key.isEmpty() ? "" : " " + key);
        Where before = key.isEmpty() ? null : seen.putIfAbsent(key, form.where());
        if (before == null) use.accept(form, path);
        else
          form.fault(
              "PRB-N113",
              "the " + kind + " `" + key + "` is described twice; first at " + before,
              "keep one of the two",
              form.where("fides_key"));
      }
    }
  }

  /** An own key under one of fideslang's: what it means is what its parent means. */
  private void own(Form form, String section, Dictionary dictionary) {
    String key = form.required("fides_key");
    int dot = key.lastIndexOf('.');
    String parent = Named.text(form, "parent_key").orElse(dot < 0 ? "" : key.substring(0, dot));
    if (key.isEmpty() || dictionary.one(key).isPresent()) return;
    dictionary.declare(key, parent);
    if (parent.isEmpty() || !dictionary.knows(key)) {
      notes.dropped(
          "nothing above `" + key + "` has a word here",
          "give it a `parent_key` of fideslang's",
          form.where());
      return;
    }
    dictionary.one(parent).ifPresent(term -> pack.alias(section, term, named(form, key)));
    notes.rest(
        form,
        "`" + key + "`",
        Set.of("fides_key", "parent_key", "name"),
        Set.of(
            "description",
            "tags",
            "organization_fides_key",
            "is_default",
            "version_added",
            "active"));
  }

  private static String named(Form form, String key) {
    return Named.text(form, "name").orElse(key);
  }

  private void organization(Form form) {
    String name = named(form, form.required("fides_key"));
    if (controller.isEmpty()) controller = name;
    else
      notes.dropped(
          "a pack has one controller; the first organization is taken",
          "import what belongs to another into a pack of its own",
          form.where());
    notes.rest(form, "an organization", Set.of("fides_key", "name"), Set.of("description", "tags"));
  }

  private void dataset(Form form, String path) {
    String key = form.required("fides_key");
    Set<String> terms = Named.terms(new DatasetReader(notes).read(form), words.data());
    if (terms.isEmpty()) return;
    notes.guessed(
        "what `" + key + "` holds is taken to be collected; from whom and how is not said",
        "write the form that asks for it as a point, or `from` into the clause",
        form.where());
    pack.row(
        form.where(),
        path,
        "Dataset " + key + " holds these data.",
        "server",
        "permit: collect",
        "data: " + Skeleton.list(terms));
    pack.collected(terms);
  }
}
