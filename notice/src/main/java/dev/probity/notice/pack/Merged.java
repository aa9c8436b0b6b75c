// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Nearest;
import dev.probity.notice.yaml.Node;
import dev.probity.notice.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections of all files of a pack put together; a key written twice is a fault. Immutable. */
record Merged(Map<String, Node> sections, List<Fault> faults) {
  static final List<String> NAMES =
      List.of(
          "pack",
          "vocabulary",
          "clauses",
          "matrix",
          "points",
          "recipients",
          "consents",
          "choices",
          "trackers",
          "rights",
          "retention",
          "reports",
          "overlays",
          "versions",
          "resolves",
          "texts",
          "assertions",
          "parameters",
          "lists",
          "scenarios");

  static Merged of(PackFiles files, List<Fault> faults) {
    Map<String, Node> sections = new LinkedHashMap<>();
    for (String file : files.sectionFiles()) {
      YamlReader.read(files.path(file), files.text(file), faults)
          .ifPresent(
              n ->
                  Form.of(n, "a pack file", faults)
                      .each((name, value) -> add(sections, name, value, faults)));
    }
    return new Merged(sections, faults);
  }

  private static void add(Map<String, Node> sections, String name, Node value, List<Fault> faults) {
    if (!NAMES.contains(name)) {
      faults.add(
          new Fault(
              "PRB-N010",
              "a pack has no section `" + name + "`",
              Nearest.fix(name, NAMES),
              value.where()));
      return;
    }
    if (value instanceof Node.Text text && text.plain() && text.value().isEmpty()) return;
    Node before = sections.get(name);
    sections.put(name, before == null ? value : merge(name, before, value, faults));
  }

  private static Node merge(String name, Node one, Node two, List<Fault> faults) {
    if (one instanceof Node.Items a && two instanceof Node.Items b) {
      List<Node> all = new ArrayList<>(a.items());
      all.addAll(b.items());
      return new Node.Items(all, a.where());
    }
    if (one instanceof Node.Fields a && two instanceof Node.Fields b && !name.equals("pack")) {
      Map<String, Node.Field> all = new LinkedHashMap<>(a.fields());
      b.fields()
          .forEach(
              (key, field) -> {
                Node.Field before = all.putIfAbsent(key, field);
                if (before == null) return;
                boolean nested =
                    name.equals("vocabulary")
                        && before.value() instanceof Node.Fields
                        && field.value() instanceof Node.Fields;
                if (nested)
                  all.put(
                      key,
                      new Node.Field(
                          before.key(), merge(key, before.value(), field.value(), faults)));
                else
                  faults.add(
                      new Fault(
                          "PRB-N020",
                          "`"
                              + key
                              + "` is defined twice in `"
                              + name
                              + "`; first at "
                              + before.key(),
                          "keep one, or name the second `" + key + "b` with `row: " + key + "`",
                          field.key()));
              });
      return new Node.Fields(all, a.where());
    }
    faults.add(
        new Fault(
            "PRB-N020",
            "the section `" + name + "` stands in two files",
            "merge the two",
            two.where()));
    return one;
  }

  Optional<Node> get(String name) {
    return Optional.ofNullable(sections.get(name));
  }

  /** A section of named things as a form; an empty one where the pack has none. */
  Form form(String name) {
    Node node = sections.getOrDefault(name, new Node.Fields(Map.of(), Where.file(name)));
    return Form.of(node, "the section `" + name + "`", faults);
  }

  List<Node> items(String name) {
    Optional<Node> node = get(name);
    if (node.isEmpty()) return List.of();
    if (node.get() instanceof Node.Items items) return items.items();
    faults.add(
        new Fault(
            "PRB-N012",
            "the section `" + name + "` is a list",
            "begin each item with `- `",
            node.get().where()));
    return List.of();
  }

  /** Names declared in a section. */
  java.util.Set<String> names(String section) {
    return sections.get(section) instanceof Node.Fields fields
        ? fields.fields().keySet()
        : java.util.Set.of();
  }
}
