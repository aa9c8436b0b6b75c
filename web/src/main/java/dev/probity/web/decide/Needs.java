// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.pack.Section;
import dev.probity.notice.register.Reckoning;
import dev.probity.notice.yaml.Form;
import dev.probity.store.register.Paper;
import dev.probity.store.subject.Subjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What recipients need by the pack's own words, such as a contract, and do not have. Stateless. */
record Needs(Controller controller) {
  /** Recipients that the pack says need this, and that no document in force names. */
  List<String> open(String need, Subjects subjects, Instant now) {
    List<String> named = new ArrayList<>();
    for (Paper paper : subjects.registers().standing(controller.id()).papers())
      new Filings(controller)
          .filed(paper)
          .filter(f -> f.kind().serves().equals(need))
          .filter(f -> Reckoning.stands(f, now))
          .ifPresent(f -> named.addAll(f.values().getOrDefault("recipients", List.of())));
    Tree recipients = controller.source().pack().vocabulary().tree(Dimension.RECIPIENT);
    List<String> open = new ArrayList<>();
    for (Section recipient : controller.source().section("recipients"))
      if (Form.of(recipient.node(), "a recipient", new ArrayList<>()).words("needs").contains(need)
          && named.stream().noneMatch(n -> recipients.within(recipient.name(), n)))
        open.add(recipient.name());
    return open;
  }
}
