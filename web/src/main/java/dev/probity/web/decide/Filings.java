// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.fault.Where;
import dev.probity.kernel.question.Band;
import dev.probity.notice.register.Asking;
import dev.probity.notice.register.Filed;
import dev.probity.notice.register.FiledReader;
import dev.probity.notice.register.Reckoning;
import dev.probity.notice.register.Standing;
import dev.probity.notice.yaml.Node;
import dev.probity.store.register.Paper;
import dev.probity.store.register.Registered;
import dev.probity.web.json.Body;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents of registers as they are held, and what questions say that bears on them. Stateless.
 */
public record Filings(Controller controller) {
  private static final Set<String> UNSHARED = Set.of("collect", "use", "retain");

  /**
   * What all documents say to a question, in the words of {@code given}.
   *
   * @param sent the question
   * @param own what is held of the person it is about, with the documents that are hers
   * @param actor who acts for her; empty for nobody
   */
  public Standing standing(
      Node.Fields sent, FactSheet own, Registered registers, String actor, Instant at) {
    List<Filed> all = new ArrayList<>(common(registers));
    own.papers().forEach(paper -> filed(paper).ifPresent(all::add));
    return Standing.of(
        all,
        asking(sent, own, actor, at),
        new Reckoning(controller.source().pack().vocabulary()),
        Where.file(FactSheet.FILE));
  }

  private List<Filed> common(Registered registered) {
    return registered.as(r -> r.papers().stream().flatMap(paper -> filed(paper).stream()).toList());
  }

  Optional<Filed> filed(Paper paper) {
    return filed(paper.register(), paper.number(), paper.ended(), paper.elements());
  }

  Optional<Filed> filed(JsonNode paper) {
    String ended = paper.path("ended").asString("");
    return filed(
        paper.path("kind").asString(""),
        paper.path("id").asString(""),
        ended.isEmpty() ? null : Instant.parse(ended),
        JsonMapper.shared().writeValueAsBytes(paper.path("elements")));
  }

  /** Words that a pack has dropped meanwhile stay, and cover nothing that is asked. */
  private Optional<Filed> filed(
      String register, String number, @Nullable Instant ended, byte[] elements) {
    return controller
        .registers()
        .kind(register)
        .map(
            kind ->
                new FiledReader(kind, controller.words(new ArrayList<>()))
                    .read(number, Body.kept(elements, FactSheet.FILE), ended));
  }

  /** What a question says that documents are held against. */
  private Asking asking(Node.Fields sent, FactSheet own, String actor, Instant at) {
    Node.Fields ask = fields(sent, "ask");
    boolean shared = false;
    List<String> data = new ArrayList<>();
    for (String key : ask.fields().keySet()) {
      boolean view = key.equals("view");
      if (!view && !controller.source().lexicon().knows("action", key)) continue;
      shared |= view ? ask.fields().containsKey("to") : !UNSHARED.contains(key);
      data.addAll(texts(ask, key));
    }
    String here = own.facts().path("region").path("destination").asString("");
    String claimed = text(fields(fields(sent, "asserted"), "region"), "destination");
    return new Asking(
        at,
        actor,
        age(own.facts().path("age").path("subject")),
        data,
        purpose(ask),
        text(ask, "to"),
        shared,
        here.isEmpty() ? claimed : here,
        new HashSet<>(texts(fields(sent, "asserted"), "evidence")));
  }

  private String purpose(Node.Fields ask) {
    String stated = text(ask, "for");
    if (!stated.isEmpty()) return stated;
    var point = controller.source().pack().points().get(text(ask, "at"));
    return point == null || point.purpose() == null ? "" : point.purpose();
  }

  private static @Nullable Band age(JsonNode held) {
    if (held.isInt()) return Band.exactly(held.asInt());
    if (!held.isObject()) return null;
    int from = held.path("at-least").asInt(0);
    int below = held.path("below").asInt(Band.OLDEST + 1);
    return from < below ? new Band(from, below - 1) : null;
  }

  private static Node.Fields fields(Node.Fields of, String key) {
    Node.Field field = of.fields().get(key);
    return field != null && field.value() instanceof Node.Fields fields
        ? fields
        : new Node.Fields(Map.of(), of.where());
  }

  private static String text(Node.Fields of, String key) {
    List<String> texts = texts(of, key);
    return texts.size() == 1 ? texts.getFirst() : "";
  }

  private static List<String> texts(Node.Fields of, String key) {
    Node.Field field = of.fields().get(key);
    return switch (field == null ? null : field.value()) {
      case Node.Text text -> List.of(text.value());
      case Node.Items items ->
          items.items().stream()
              .flatMap(i -> i instanceof Node.Text t ? Stream.of(t.value()) : Stream.<String>of())
              .toList();
      case Node.Fields fields -> List.of();
      case null -> List.of();
    };
  }
}
