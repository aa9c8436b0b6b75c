// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.notice.pack.Section;
import dev.probity.notice.yaml.Form;
import dev.probity.web.decide.Controller;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The choices that a person makes herself, as the pack declares them. Stateless. */
final class Choices {
  private static final Set<String> NOT_HERS = Set.of("header", "operator");

  private Choices() {}

  /** What the choice can be; nothing where it is no person's, or one of her devices'. */
  static Set<String> values(String id, Controller controller) {
    for (Section choice : controller.source().section("choices")) {
      if (!choice.name().equals(id)) continue;
      Form form = Form.of(choice.node(), "a choice", new ArrayList<>());
      List<String> from = form.words("from");
      boolean hers =
          from.stream().noneMatch(NOT_HERS::contains)
              && !form.text("keyed-to", "").equals("device");
      return hers ? Set.copyOf(form.words("values")) : Set.of();
    }
    return Set.of();
  }

  /** The clauses behind those that are made in a browser or on a device, and count there alone. */
  static List<String> ofDevices(Controller controller) {
    List<String> clauses = new ArrayList<>();
    for (Section choice : controller.source().section("choices")) {
      Form form = Form.of(choice.node(), "a choice", new ArrayList<>());
      if (form.text("keyed-to", "").equals("device"))
        choice.keeps().stream().filter(c -> !clauses.contains(c)).forEach(clauses::add);
    }
    return clauses;
  }
}
