// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.pack.Point;
import dev.probity.web.decide.Controller;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of a posting as they were sent, against those that the point declares. Immutable; says
 * nothing of itself.
 *
 * @param kept those that can be kept, by element
 * @param wrong those that cannot, with the reason, and those that are missing
 * @param closed whether all that was sent is declared
 */
record Values(
    SortedMap<String, String> kept, SortedMap<String, Shape.Reason> wrong, boolean closed) {
  /** What names a person: whoever gives the same is taken for the same. */
  static final Set<String> IDENTIFIERS = Set.of("contact.email");

  static Values of(Map<String, String> sent, Point point, Controller controller) {
    Tree data = controller.source().pack().vocabulary().tree(Dimension.DATA);
    SortedMap<String, String> kept = new TreeMap<>();
    SortedMap<String, Shape.Reason> wrong = new TreeMap<>();
    for (Map.Entry<String, String> field : sent.entrySet()) {
      String element = field.getKey();
      if (!point.takes(element, controller.source())) return new Values(kept, wrong, false);
      read(field, point, data)
          .ifPresent(
              read -> {
                switch (read) {
                  case Shape.Read.Value(String text) -> kept.put(element, text);
                  case Shape.Read.Refused(Shape.Reason reason) -> wrong.put(element, reason);
                }
              });
    }
    point
        .fields()
        .forEach(
            (element, required) -> {
              if (required && !given(element, kept, wrong, data))
                wrong.put(element, Shape.Reason.MISSING);
            });
    if (kept.isEmpty() && wrong.isEmpty())
      point.fields().keySet().forEach(element -> wrong.put(element, Shape.Reason.MISSING));
    return new Values(kept, wrong, true);
  }

  /** What answers a question is one of its answers. */
  private static Optional<Shape.Read> read(
      Map.Entry<String, String> field, Point point, Tree data) {
    Optional<Shape.Read> read = Shape.of(field.getKey(), data).read(field.getValue());
    Point.Choosing choosing = point.answers().get(field.getKey());
    return choosing == null || choosing.answers().containsKey(field.getValue())
        ? read
        : read.map(r -> new Shape.Read.Refused(Shape.Reason.NO_ANSWER));
  }

  /** An inner term is given by any below it. */
  private static boolean given(
      String element, Map<String, String> kept, Map<String, Shape.Reason> wrong, Tree data) {
    return kept.keySet().stream().anyMatch(e -> data.within(e, element))
        || wrong.keySet().stream().anyMatch(e -> data.within(e, element));
  }

  /** Those that name a person, by element. */
  static SortedMap<String, String> identifiers(Map<String, String> kept) {
    SortedMap<String, String> found = new TreeMap<>(kept);
    found.keySet().retainAll(IDENTIFIERS);
    return found;
  }

  @Override
  public String toString() {
    return "fields as they were sent";
  }
}
