// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Condition;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.yaml.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code choice-without-effect-read}: what a choice declares and what conditions do differ: a
 * choice declared without effect is read, or one that is never read does not say so. Stateless.
 */
final class Choices {
  private Choices() {}

  static List<Found> effects(PackSource source) {
    Set<String> read = new TreeSet<>();
    for (Condition condition : Conditions.read(source)) {
      if (condition instanceof Condition.Choice choice) read.addAll(choice.ids());
    }
    List<Found> found = new ArrayList<>();
    for (Section choice : source.section("choices")) {
      String effect =
          new Form(choice.node(), "a choice", new ArrayList<>()).text("effect", "honoured");
      boolean isRead = read.contains(choice.name());
      if (isRead && effect.equals("none"))
        found.add(
            at(
                choice,
                "has no effect, yet a condition reads it",
                "drop the condition, or `effect: none`"));
      if (!isRead && effect.equals("honoured"))
        found.add(
            at(
                choice,
                "is read by no condition, and nothing says that it has no effect",
                "add the condition that honours it, or write `effect: none`"));
    }
    return found;
  }

  private static Found at(Section choice, String what, String fix) {
    List<String> names = new ArrayList<>(List.of(choice.name()));
    names.addAll(choice.keeps());
    return new Found(names, "the choice `" + choice.name() + "` " + what, fix, choice.where());
  }
}
