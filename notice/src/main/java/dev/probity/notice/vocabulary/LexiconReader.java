// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.vocabulary;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Floor;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import dev.probity.notice.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads the vocabulary's data files, which ship inside this room: one file a section, one term a
 * line. Stateless.
 */
public final class LexiconReader {
  public static final List<String> SECTIONS =
      List.of(
          "action",
          "data",
          "purpose",
          "recipient",
          "source",
          "technology",
          "region",
          "relation",
          "role",
          "state",
          "evidence",
          "notice",
          "signal",
          "event",
          "level");

  private LexiconReader() {}

  /** The vocabulary that ships. A mistake in it is ours, so it is an exception. */
  public static Lexicon shipped() {
    List<Fault> faults = new ArrayList<>();
    Lexicon lexicon = read(LexiconReader::resource, faults);
    if (!faults.isEmpty()) throw new IllegalStateException(faults.toString());
    return lexicon;
  }

  /** The vocabulary from texts by section name, with every mistake in them. */
  public static Lexicon read(Function<String, String> text, List<Fault> faults) {
    Map<String, Map<String, Word>> sections = new TreeMap<>();
    Map<String, Floor> floors = new HashMap<>();
    for (String section : SECTIONS) {
      Map<String, Word> words = new TreeMap<>();
      String file = "vocabulary/" + section + ".yaml";
      YamlReader.read(file, text.apply(section), faults)
          .ifPresent(
              n ->
                  Form.of(n, "the vocabulary", faults)
                      .each((key, w) -> words.put(key, word(key, w, floors, faults))));
      words.values().forEach(w -> parentMustBeKnown(w, words, file, faults));
      sections.put(section, words);
    }
    Map<String, String> prefixes = new TreeMap<>();
    YamlReader.read("vocabulary/prefixes.yaml", text.apply("prefixes"), faults)
        .ifPresent(
            n ->
                Form.of(n, "prefixes", faults)
                    .each(
                        (key, iri) -> {
                          if (iri instanceof Node.Text t) prefixes.put(key, t.value());
                        }));
    return new Lexicon(sections, floors, prefixes);
  }

  private static Word word(String key, Node node, Map<String, Floor> floors, List<Fault> faults) {
    Form form = Form.of(node, "the term `" + key + "`", faults);
    Map<String, String> labels = new TreeMap<>();
    labels.put("en", form.required("en"));
    form.text("sv").ifPresent(sv -> labels.put("sv", sv));
    Map<String, String> links = new TreeMap<>();
    for (String link : List.of("dpv", "broader", "fides", "loinc", "snomed", "note")) {
      form.text(link).ifPresent(value -> links.put(link, value));
    }
    floor(form).ifPresent(floor -> floors.put(key, floor));
    Set<String> members = Set.copyOf(form.words("members"));
    String parent =
        form.text("under").orElse(key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : "");
    form.done();
    return new Word(key, parent, labels, links, members);
  }

  /** {@code floor: PII} and {@code floors: {covered-entity: PHI}}; also how packs write floors. */
  public static java.util.Optional<Floor> floor(Form form) {
    Map<String, DataClass> byRole = new TreeMap<>();
    form.each(
        "floors",
        (role, n) -> {
          if (n instanceof Node.Text t)
            Form.constant(t.value(), DataClass.class, t.where(), form.faults())
                .ifPresent(c -> byRole.put(role, c));
        });
    return form.oneOf("floor", DataClass.class).map(floor -> new Floor(floor, byRole));
  }

  private static void parentMustBeKnown(
      Word word, Map<String, Word> words, String file, List<Fault> faults) {
    if (word.parent().isEmpty() || words.containsKey(word.parent())) return;
    faults.add(
        new Fault(
            "PRB-N013",
            "the term `"
                + word.key()
                + "` stands under `"
                + word.parent()
                + "`, which is not a term",
            "add the parent, or name another with `under`",
            dev.probity.kernel.fault.Where.file(file)));
  }

  private static String resource(String name) {
    try (InputStream in = LexiconReader.class.getResourceAsStream(name + ".yaml")) {
      if (in == null)
        throw new IllegalStateException("vocabulary/" + name + ".yaml is missing from this build");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
