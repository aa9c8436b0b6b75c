// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code versions}: which earlier versions there are and how long data stays under them. */
final class VersionsReader {
  private final Words words;

  VersionsReader(Words words) {
    this.words = words;
  }

  History read(Merged merged, Pack newest, List<Pack> earlier, List<Section> sections) {
    List<Pack> packs = new ArrayList<>(earlier);
    packs.add(newest);
    Optional<Node> node = merged.get("versions");
    if (node.isEmpty()) return new History(packs, History.Pin.NONE, List.of(), "");
    Form form = merged.form("versions");
    String pin = form.text("pin", "none");
    History.Pin pinned =
        Form.constant(pin, History.Pin.class, form.where("pin"), words.faults())
            .orElse(History.Pin.NONE);
    List<Condition> until = new ConditionReader(words).list(form, "until");
    List<String> keeps = form.words("keeps");
    String cite = form.text("cite").orElse(keeps.stream().sorted().findFirst().orElse(""));
    if (form.has("cite") && !keeps.contains(cite))
      form.fault(
          "PRB-N014",
          "`cite` is none of the clauses that `versions` keeps",
          "name the one that promises the pin",
          form.where("cite"));
    form.get("in-force");
    form.get("says");
    form.done();
    sections.add(new Section("versions", "versions", keeps, form.node(), form.where()));
    return new History(packs, pinned, until, cite);
  }
}
