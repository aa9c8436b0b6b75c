// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.notice.pack.Words;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.List;
import java.util.Optional;

/** Reads what a door that does something must answer. One thread. */
record WantedReader(Words words) {
  private static final String REFUSED = "refused";

  /**
   * @param done the word for its having been done
   */
  Wanted read(Form step, String done) {
    Optional<Node> node = step.get("expect");
    if (node.isEmpty()) return Wanted.of(true);
    if (node.get() instanceof Node.Text) {
      String word = step.text("expect", "");
      if (!word.isEmpty() && !word.equals(done) && !word.equals(REFUSED))
        step.fault(
            "PRB-N014",
            "`" + word + "` is not what this door answers",
            "write `" + done + "`, or `{refused: ID}`",
            step.where("expect"));
      return Wanted.of(!word.equals(REFUSED));
    }
    Form form = Form.of(node.get(), "`expect`", words.faults());
    boolean refused = form.has(REFUSED);
    Wanted wanted =
        new Wanted(
            !refused,
            form.words(REFUSED),
            ExpectReader.acts(form),
            texts(form, "says"),
            form.words("carries"),
            ended(form));
    form.done();
    return wanted;
  }

  private List<String> ended(Form form) {
    List<String> names = form.words("ends");
    for (String name : names)
      if (!words.knows("point", name)) words.check("purpose", name, form.where("ends"));
    return names;
  }

  /** Texts and consents of the pack, by name. */
  List<String> texts(Form form, String key) {
    List<String> names = form.words(key);
    for (String name : names)
      if (!words.knows("text", name) && !words.knows("consent", name))
        form.fault(
            "PRB-N122",
            "the pack has neither a text nor a consent `" + name + "`",
            "name one of its `texts` or `consents`",
            form.where(key));
    return names;
  }
}
