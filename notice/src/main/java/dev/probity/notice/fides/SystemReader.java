// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads one system: each privacy declaration becomes a permitted use, each flow to somebody a
 * permitted disclosure. One thread, one system.
 */
final class SystemReader {
  private static final Set<String> READ =
      Set.of(
          "fides_key",
          "system_type",
          "vendor_id",
          "responsibility",
          "privacy_declarations",
          "egress",
          "ingress");
  private static final Set<String> KEPT =
      Set.of(
          "name",
          "description",
          "tags",
          "meta",
          "fides_meta",
          "organization_fides_key",
          "dataset_references");
  private static final Set<String> TYPES = Set.of("dataset", "system", "user");

  private final Words words;
  private final Skeleton pack;
  private final Notes notes;

  /** What other systems of the manifests are to this company, by key. */
  private final Map<String, String> kinds;

  SystemReader(Words words, Skeleton pack, Map<String, String> kinds) {
    this.words = words;
    this.pack = pack;
    this.notes = words.notes();
    this.kinds = kinds;
  }

  /** Whose hands a system is in: ours, a processor's, a third party's. */
  static String kind(Form system) {
    boolean processor =
        Named.in(system, "responsibility").keySet().stream()
            .anyMatch(r -> r.toLowerCase(java.util.Locale.ROOT).contains("processor"));
    if (processor || !Named.absent(system, "vendor_id")) return "service-provider";
    String type = Named.text(system, "system_type").orElse("");
    return type.toLowerCase(java.util.Locale.ROOT).contains("third") ? "third-party" : "system";
  }

  void read(Form system, String path) {
    String name = system.required("fides_key");
    List<Flow> egress = flows(system, "egress", path);
    List<Flow> ingress = flows(system, "ingress", path);
    DeclarationReader declarations = new DeclarationReader(words, pack, name);
    List<Declaration> read = new ArrayList<>();
    int at = 0;
    for (Node node : Named.list(system, "privacy_declarations")) {
      Form form = Form.of(node, "a privacy declaration", notes.faults());
      read.add(declarations.read(form, path + " > privacy_declarations[" + at++ + "]"));
    }
    for (Declaration declaration : read) {
      undescribed(declaration.egress(), egress, name);
      undescribed(declaration.ingress(), ingress, name);
    }
    for (Flow flow : egress) sent(flow, name, read);
    for (Flow flow : ingress) {
      if (!flow.type().equals("user"))
        notes.dropped(
            "that `" + name + "` takes data from a " + flow.type() + " says nothing in a pack",
            "if the notice names the source, write it into the `from` of the collecting clause",
            flow.where());
    }
    collect(system, path, name, ingress.stream().anyMatch(f -> f.type().equals("user")));
    notes.rest(system, "a system", READ, KEPT);
  }

  /** A declaration may name only flows that its system describes. */
  private void undescribed(Map<String, Where> named, List<Flow> flows, String name) {
    named.forEach(
        (key, where) -> {
          if (flows.stream().noneMatch(f -> f.key().equals(key)))
            notes.dropped(
                "`" + name + "` describes no such flow as `" + key + "`",
                "add it to the system's `egress` or `ingress`, or correct the key",
                where);
        });
  }

  private List<Flow> flows(Form system, String key, String path) {
    List<Flow> flows = new ArrayList<>();
    for (Node node : Named.list(system, key)) {
      Form form = Form.of(node, "an entry of `" + key + "`", notes.faults());
      String type = form.required("type");
      if (!type.isEmpty() && !TYPES.contains(type))
        form.fault(
            "PRB-N014",
            "`" + type + "` is no type of " + key,
            "write dataset, system or user",
            form.where("type"));
      flows.add(
          new Flow(
              form.required("fides_key"),
              type,
              Named.in(form, "data_categories"),
              form.where(),
              path + " > " + key + "[" + flows.size() + "]"));
      notes.rest(form, "`" + key + "`", Set.of("fides_key", "type", "data_categories"), Set.of());
    }
    return flows;
  }

  /** The disclosure that a flow is. */
  private void sent(Flow flow, String name, List<Declaration> declarations) {
    if (flow.type().equals("dataset")) {
      notes.dropped(
          "that `" + name + "` writes to a dataset says nothing in a pack",
          "storing is no disclosure; nothing is to be done",
          flow.where());
      return;
    }
    List<Declaration> naming =
        declarations.stream().filter(d -> d.egress().containsKey(flow.key())).toList();
    List<Declaration> meant = naming.isEmpty() ? declarations : naming;
    Set<String> purposes = new TreeSet<>();
    meant.forEach(d -> purposes.addAll(d.purposes()));
    Set<String> data = Named.terms(flow.categories(), words.data());
    if (flow.categories().isEmpty()) {
      meant.forEach(d -> data.addAll(d.data()));
      data.retainAll(words.data().highest(data));
    }
    if (data.isEmpty() || purposes.isEmpty()) {
      notes.dropped(
          "the flow from `" + name + "` to `" + flow.key() + "` has no data or no purpose left",
          "write its clause by hand if the notice speaks of it",
          flow.where());
      return;
    }
    if (naming.isEmpty() || flow.categories().isEmpty())
      notes.guessed(
          "data or purpose of the flow to `" + flow.key() + "` are those of the declarations",
          "state `data_categories`, name the flow in a declaration, or narrow the clause",
          flow.where());
    pack.row(
        flow.where(),
        flow.path(),
        "System " + name + " gives data to " + flow.key() + ".",
        "server",
        "permit: disclose",
        "data: " + Skeleton.list(data),
        "to: " + recipient(flow),
        "for: " + Skeleton.list(purposes));
    pack.needs(data);
  }

  private String recipient(Flow flow) {
    if (flow.type().equals("user")) return "subject";
    String kind = kinds.get(flow.key());
    if (kind == null) {
      kind = "third-party";
      notes.guessed(
          "no manifest describes the system `" + flow.key() + "`; taken for a third party's",
          "put the recipient of that name under what it is (`./probity terms recipient`)",
          flow.where());
    }
    return pack.recipient(flow.key(), kind, flow.where(), flow.path());
  }

  /** What is used or given away was taken in; by what, no manifest says. */
  private void collect(Form system, String path, String name, boolean fromUser) {
    Set<String> rest = pack.uncollected();
    if (rest.isEmpty()) return;
    notes.guessed(
        "no dataset holds all that `" + name + "` uses; the rest is taken to be collected by it",
        "write the form that asks for it as a point",
        system.where());
    List<String> lines =
        new ArrayList<>(List.of("permit: collect", "data: " + Skeleton.list(rest)));
    if (fromUser) lines.add("from: subject");
    pack.row(
        system.where(),
        path,
        "System " + name + " takes in what it uses.",
        "server",
        lines.toArray(String[]::new));
    pack.collected(rest);
  }
}
