// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.List;
import java.util.Map;

/**
 * The fields of sections that are kept for other rooms to act on: trackers, rights, retention,
 * reports, recipients. Checked for unknown fields and for times. Stateless.
 */
final class Shapes {
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "trackers",
              List.of(
                  "keeps",
                  "by",
                  "owner",
                  "for",
                  "life",
                  "category",
                  "name",
                  "party",
                  "says",
                  "to",
                  "when"),
          "rights",
              List.of(
                  "keeps",
                  "who",
                  "needs",
                  "contains",
                  "scope",
                  "acts",
                  "refuse",
                  "on-refusal",
                  "deliver",
                  "window",
                  "limit",
                  "fee",
                  "channel",
                  "scales",
                  "due",
                  "says",
                  "effect"),
          "retention", List.of("keeps", "data", "keep", "then", "says", "unless"),
          "reports", List.of("keeps", "from", "window", "equals", "says", "columns"),
          "recipients", List.of("keeps", "under", "alias", "portal", "needs", "says", "contract"));

  private Shapes() {}

  static void check(String section, String name, Node node, Words words) {
    List<Fault> faults = words.faults();
    Form form =
        Form.of(
            node,
            section.equals("retention")
                ? "the retention of `" + name + "`"
                : "`" + name + "` in `" + section + "`",
            faults);
    for (String field : FIELDS.getOrDefault(section, List.of())) form.get(field);
    words.checked(form, "data", "data");
    if (section.equals("trackers")) {
      words.checked(form, "by", "technology");
      words.checked(form, "for", "purpose");
      words.checked(form, "owner", "recipient");
      form.text("life").ifPresent(t -> Moments.checkLayer(t, form.where("life"), faults));
    }
    layers(form, "due", faults);
    layers(form, "keep", faults);
    form.done();
  }

  private static void layers(Form form, String key, List<Fault> faults) {
    form.form(key, "`" + key + "`")
        .ifPresent(
            layers -> {
              for (String layer : List.of("notice", "operator", "law"))
                layers
                    .text(layer)
                    .ifPresent(t -> Moments.checkLayer(t, layers.where(layer), faults));
              layers.done();
            });
  }
}
