// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.compare;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.List;

/**
 * Questions to put to several packs, and to which where nobody says: a file {@code {packs,
 * questions}}, a bare list of questions, or one question. Immutable.
 *
 * @param packs names of folders in {@code packs/}
 */
public record Inquiry(List<String> packs, List<Node> questions) {
  public Inquiry {
    packs = List.copyOf(packs);
    questions = List.copyOf(questions);
  }

  public static Inquiry of(Node file, List<Fault> faults) {
    if (file instanceof Node.Items list) return new Inquiry(List.of(), list.items());
    if (!(file instanceof Node.Fields fields) || !fields.fields().containsKey("questions"))
      return new Inquiry(List.of(), List.of(file));
    Form form = new Form(fields, "a file of questions", faults);
    Inquiry inquiry = new Inquiry(form.words("packs"), form.list("questions"));
    form.done();
    return inquiry;
  }
}
