// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Condition;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads assertions: a pack's section of them, or one from a file. One thread. */
public final class AssertionReader {
  private final Words words;

  public AssertionReader(Words words) {
    this.words = words;
  }

  /** The standing assertions of a pack that was read without faults. */
  public static List<Assertion> of(PackSource source) {
    AssertionReader reader = new AssertionReader(source.words(new ArrayList<>()));
    return source.section("assertions").stream()
        .flatMap(s -> reader.read(s.name(), s.node()).stream())
        .toList();
  }

  /** One assertion; nothing where it says neither {@code never} nor {@code always}. */
  public Optional<Assertion> read(String id, Node node) {
    Form form =
        Form.of(
            node, id.isEmpty() ? "the assertion" : "the assertion `" + id + "`", words.faults());
    boolean never = form.has("never");
    if (never == form.has("always")) {
      form.fault(
          never ? "PRB-N016" : "PRB-N011",
          never
              ? "an assertion says `never` or `always`, not both"
              : "an assertion says `never` or `always`",
          never ? "write two assertions" : "write `never: disclose`, say",
          form.where());
      if (!never) return Optional.empty();
    }
    ConditionReader conditions = new ConditionReader(words);
    Assertion read =
        new Assertion(
            id,
            never,
            new MatchReader(words).read(form, never ? "never" : "always"),
            channelless(conditions.list(form, "when"), form, "when"),
            channelless(conditions.list(form, "unless"), form, "unless"),
            form.text("says", ""),
            form.words("keeps"),
            form.where());
    form.done();
    return Optional.of(read);
  }

  private static List<Condition> channelless(List<Condition> list, Form form, String key) {
    if (list.stream().anyMatch(Condition.Channel.class::isInstance)) {
      form.fault(
          "PRB-N029",
          "a channel can only be required",
          "leave it out: which channel is used never turns a no into a yes",
          form.where(key));
    }
    return list;
  }
}
