// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Nearest;
import dev.probity.notice.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads policies of both kinds: rules over data, uses and subjects become prohibitions, rules with
 * an action become the rights of persons. One thread.
 */
final class PolicyReader {
  private static final Set<String> READ =
      Set.of("fides_key", "key", "rules", "execution_timeframe");
  private static final Set<String> KEPT =
      Set.of("name", "description", "tags", "meta", "organization_fides_key", "drp_action");
  private static final Map<String, String> RIGHTS = Map.of("access", "access", "erasure", "erase");
  private static final List<String> STRATEGIES =
      List.of(
          "null_rewrite",
          "string_rewrite",
          "hash",
          "hmac",
          "random_string_rewrite",
          "aes_encrypt",
          "preserve",
          "delete");

  private final Words words;
  private final Skeleton pack;
  private final Notes notes;
  private final Set<String> rights = new HashSet<>();

  PolicyReader(Words words, Skeleton pack) {
    this.words = words;
    this.pack = pack;
    this.notes = words.notes();
  }

  void read(Form policy, String path) {
    String name = policy.required(policy.has("key") ? "key" : "fides_key");
    Optional<String> days = Named.text(policy, "execution_timeframe");
    days.filter(d -> !d.matches("[1-9]\\d{0,3}"))
        .ifPresent(
            d ->
                policy.fault(
                    "PRB-N014",
                    "`" + d + "` is no `execution_timeframe`",
                    "write a whole number of days",
                    policy.where("execution_timeframe")));
    int at = 0;
    for (Node node : Named.list(policy, "rules")) {
      Form rule = Form.of(node, "a rule", notes.faults());
      String here = path + " > rules[" + at++ + "]";
      if (rule.has("action_type")) request(rule, here, name, days);
      else prohibition(rule, here, name);
    }
    notes.rest(policy, "a policy", READ, KEPT);
  }

  private void prohibition(Form rule, String path, String policy) {
    Optional<String> data = matched(rule, "data_categories", words.data(), "data");
    Optional<String> purposes = matched(rule, "data_uses", words.purposes(), "for");
    if (rule.has("data_subjects"))
      notes.guessed(
          "a pack does not tell persons apart by kind; the rule is taken to hold for everybody",
          "add a condition (age, relation, role) if it shall not",
          rule.where("data_subjects"));
    notes.rest(
        rule,
        "a rule",
        Set.of("name", "data_categories", "data_uses", "data_subjects", "fides_key"),
        KEPT);
    if (data.isEmpty() || purposes.isEmpty()) {
      notes.dropped(
          "this rule cannot be said of one datum and one purpose at a time",
          "write its `forbid` by hand",
          rule.where());
      return;
    }
    String says = "Policy " + policy + Named.text(rule, "name").map(n -> ": " + n).orElse("") + ".";
    pack.row(
        rule.where(), path, says, "server", "forbid: [use, disclose]", data.get(), purposes.get());
  }

  /**
   * A dimension of a rule as a clause writes it. ANY names what is forbidden, NONE and OTHER name
   * what is not; ALL wants several at once, which is no single question.
   */
  private Optional<String> matched(Form rule, String key, Dictionary dictionary, String dimension) {
    if (Named.absent(rule, key)) {
      rule.required(key);
      return Optional.empty();
    }
    Form form = rule.form(key, "`" + key + "`").orElseThrow();
    String matches = form.required("matches");
    Map<String, Where> values = Named.in(form, "values");
    Set<String> terms = new TreeSet<>();
    boolean whole = true;
    for (Map.Entry<String, Where> value : values.entrySet()) {
      Set<String> found = dictionary.terms(value.getKey(), value.getValue());
      terms.addAll(found);
      whole &= !found.isEmpty();
    }
    if (!Set.of("ANY", "ALL", "NONE", "OTHER").contains(matches) && !matches.isEmpty())
      form.fault(
          "PRB-N014",
          "`" + matches + "` is no way to match",
          "write ANY, ALL, NONE or OTHER",
          form.where("matches"));
    if (terms.isEmpty()) return Optional.empty();
    if (matches.equals("ANY") || (matches.equals("ALL") && values.size() == 1))
      return Optional.of(dimension + ": " + Skeleton.list(terms));
    if (matches.equals("ALL") || !whole) return Optional.empty();
    return Optional.of(dimension + ": {any-but: [" + String.join(", ", terms) + "]}");
  }

  private void request(Form rule, String path, String policy, Optional<String> days) {
    String action = rule.required("action_type");
    masking(rule);
    notes.rest(
        rule,
        "a rule",
        Set.of("name", "key", "fides_key", "action_type", "targets", "masking_strategy"),
        KEPT);
    for (Node target : Named.list(rule, "targets")) {
      Form form = Form.of(target, "a target", notes.faults());
      String category = form.required("data_category");
      if (!category.isEmpty()) words.data().terms(category, form.where("data_category"));
      notes.rest(form, "a target", Set.of("data_category", "name", "key", "fides_key"), KEPT);
    }
    String right = RIGHTS.get(action);
    if (right == null || !rights.add(right)) {
      notes.dropped(
          right == null
              ? "a rule with the action `" + action + "` is no right of a person here"
              : "a second rule for `" + action + "` adds nothing to the first",
          "it stays in the kept manifest",
          rule.where("action_type"));
      return;
    }
    String row =
        pack.row(
            rule.where(),
            path,
            "Policy " + policy + " answers requests for " + action + ".",
            "desk");
    String due = days.map(d -> ", operator: P" + d + "D").orElse("");
    pack.section(
        "rights",
        rule.where(),
        path,
        right + ": {keeps: [" + row + "], who: subject, due: {notice: UNSTATED" + due + "}}");
  }

  private void masking(Form rule) {
    if (Named.absent(rule, "masking_strategy")) return;
    Form masking = rule.form("masking_strategy", "`masking_strategy`").orElseThrow();
    String strategy = masking.required("strategy");
    if (!strategy.isEmpty() && !STRATEGIES.contains(strategy))
      notes.dropped(
          "the masking strategy `" + strategy + "` is none that is known here",
          Nearest.fix(strategy, STRATEGIES),
          masking.where("strategy"));
    notes.rest(masking, "`masking_strategy`", Set.of("strategy"), Set.of("configuration"));
  }
}
