// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.clause.Condition;
import dev.probity.notice.pack.Point;
import dev.probity.notice.pack.Said;
import dev.probity.notice.vocabulary.Word;
import dev.probity.web.decide.Controller;
import dev.probity.web.page.Html;
import dev.probity.web.page.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a point demands that a form open to everybody cannot show, in a person's words. A relation
 * stays among these: whoever ticks a box need not be a child's guardian. Immutable.
 */
record Requirements(Controller controller, Language language) {
  void write(Html html, Point point) {
    List<String> all = point.when().stream().flatMap(c -> says(c).stream()).toList();
    if (all.isEmpty()) return;
    html.all("h2", language.of("What it takes", "Det som krävs"));
    html.open("ul");
    all.forEach(text -> html.all("li", text));
    html.close("ul");
  }

  private Optional<String> says(Condition condition) {
    return switch (condition) {
      case Condition.Relation relation ->
          Optional.of(
              language.of(
                      "We know already that whoever sends this "
                          + word("relation", relation.kind()),
                      "Vi vet redan att den som skickar " + word("relation", relation.kind()))
                  + ".");
      case Condition.State state ->
          Optional.of(
              language.of(
                      "Whoever sends this is " + word("state", state.kind()),
                      "Den som skickar är " + word("state", state.kind()))
                  + ".");
      case Condition.Evidence evidence ->
          Optional.of(
              language.of("A document: ", "En handling: ")
                  + String.join(
                      ", ",
                      evidence.kinds().stream().sorted().map(k -> word("evidence", k)).toList())
                  + ".");
      case Condition.Consent consent ->
          Optional.of(controller.source().asked(consent.id()))
              .filter(asked -> !asked.isEmpty())
              .map(
                  asked ->
                      language.of(
                              "A yes, which we hold already, to: ",
                              "Ett ja, som vi redan har, till: ")
                          + asked.in(language.code()));
      case Condition.Choice c -> Optional.empty();
      case Condition.Notice n -> Optional.empty();
      case Condition.Region r -> Optional.empty();
      case Condition.Age a -> Optional.empty();
      case Condition.Role r -> Optional.empty();
      case Condition.Channel c -> Optional.empty();
    };
  }

  private String word(String section, String key) {
    Word word = controller.source().lexicon().section(section).get(key);
    String label = new Said(word == null ? Map.of() : word.labels()).in(language.code());
    return label.isEmpty() ? key : Character.toLowerCase(label.charAt(0)) + label.substring(1);
  }
}
