// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.Point;
import dev.probity.notice.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the answers to a point's questions say besides their own words: a choice made, and where
 * somebody is, as a claim like any other. Immutable; says nothing of itself.
 *
 * @param asserted as sent, and with what an answer claims where nothing was claimed of that
 */
record Declared(Map<String, String> choices, Optional<Node> asserted) {
  private static final Where HERE = Where.file("answer");
  private static final String REGION = "region";

  static Declared of(
      Point point, Map<String, String> kept, Map<String, String> choices, Optional<Node> asserted) {
    Map<String, String> all = new LinkedHashMap<>(choices);
    Map<String, Node.Field> claims = new LinkedHashMap<>();
    if (asserted.orElse(null) instanceof Node.Fields sent) claims.putAll(sent.fields());
    point
        .answers()
        .forEach(
            (element, choosing) -> {
              String value = kept.get(element);
              Point.Answer answer = value == null ? null : choosing.answers().get(value);
              if (answer == null) return;
              all.put(choosing.choice(), value);
              answer
                  .region()
                  .ifPresent(
                      region ->
                          claims.putIfAbsent(
                              REGION, new Node.Field(HERE, new Node.Text(region, false, HERE))));
            });
    if (claims.isEmpty()) return new Declared(all, asserted);
    Where where = asserted.map(Node::where).orElse(HERE);
    return new Declared(all, Optional.of(new Node.Fields(claims, where)));
  }

  @Override
  public String toString() {
    return "what was answered";
  }
}
