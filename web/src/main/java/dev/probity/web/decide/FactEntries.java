// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.ledger.entry.Commitment;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.PackPin;
import dev.probity.ledger.entry.Word;
import dev.probity.store.subject.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the log is told when a sheet changes: each consent, notice and signal by its name, all else
 * by its kind, with commitments to what is held now. Immutable.
 *
 * @param signals choices that a browser or device makes in a header
 */
public record FactEntries(Instant at, PackPin pack, Set<String> signals) {
  private static final Word OTHER = new Word("other");

  /** Between a name and what it covers; in no name. */
  private static final char COVERS = '\t';

  /** What differs between two sheets, in the order of the kinds. */
  public List<Told> of(FactSheet before, FactSheet after) {
    List<Told> told = new ArrayList<>();
    Set<String> kinds = new TreeSet<>(after.facts().propertyNames());
    kinds.addAll(before.facts().propertyNames());
    // Why: of those the log says by which event.
    kinds.remove(FactSheet.LIMITS);
    for (String kind : kinds) {
      Map<String, String> was = items(kind, before.facts().path(kind));
      Map<String, String> is = items(kind, after.facts().path(kind));
      SortedMap<String, String> changed = new TreeMap<>();
      is.forEach(
          (name, value) -> {
            if (!value.equals(was.get(name))) changed.put(name, value);
          });
      was.keySet().stream().filter(n -> !is.containsKey(n)).forEach(n -> changed.put(n, ""));
      told.addAll(told(kind, changed, after));
    }
    return told;
  }

  private List<Told> told(String kind, SortedMap<String, String> changed, FactSheet after) {
    List<Told> told = new ArrayList<>();
    SortedMap<String, String> others = new TreeMap<>();
    switch (kind) {
      case "consent" -> {
        after.facts().path(kind).forEach(record -> consent(record, changed, told));
        changed.forEach(
            (name, value) -> {
              if (value.isEmpty()) others.put(name, value);
            });
      }
      case "notice" ->
          changed.forEach(
              (name, value) -> {
                if (!value.isEmpty() && name.equals("presented"))
                  told.add((who, person) -> new Entry.NoticePresented(at, who, pack));
                else if (!value.isEmpty() && name.equals("accepted"))
                  told.add((who, person) -> new Entry.NoticeAccepted(at, who, pack));
                else others.put(name, value);
              });
      case "choice" ->
          changed.forEach(
              (name, value) -> {
                if (signals.contains(name))
                  told.add((who, person) -> new Entry.SignalHonoured(at, who, pack, word(name)));
                else others.put(name, value);
              });
      default -> others.putAll(changed);
    }
    if (!others.isEmpty()) told.add(registered(kind, others));
    return told;
  }

  private void consent(JsonNode record, SortedMap<String, String> changed, List<Told> told) {
    String id = record.path("id").asString("");
    if (!record.toString().equals(changed.get(key("consent", record)))) return;
    String level = record.path("level").asString("");
    boolean ended = record.has("withdrawn") || level.equals("refused") || level.equals("withdrawn");
    if (ended) told.add((who, person) -> new Entry.ConsentWithdrawn(at, who, pack, word(id)));
    else told.add((who, person) -> new Entry.ConsentGiven(at, who, pack, word(id), word(level)));
  }

  private Told registered(String kind, SortedMap<String, String> changed) {
    SortedMap<Word, String> named = new TreeMap<>();
    changed.forEach((name, value) -> named.merge(word(name), value, (a, b) -> a + "\n" + b));
    return (who, person) -> {
      SortedMap<Word, Commitment> values = new TreeMap<>();
      named.forEach((name, value) -> values.put(name, person.commitment(who, name, value)));
      return new Entry.Registered(at, who, pack, word(kind), values);
    };
  }

  /** What is held of one kind, each under its name, as text. */
  private static Map<String, String> items(String kind, JsonNode held) {
    Map<String, String> items = new LinkedHashMap<>();
    switch (held) {
      case ObjectNode named -> named.properties().forEach(n -> items.put(n.getKey(), text(n)));
      case ArrayNode many ->
          many.forEach(
              item -> items.merge(key(kind, item), item.toString(), (a, b) -> a + "\n" + b));
      default -> {
        if (!held.isMissingNode()) items.put("value", held.toString());
      }
    }
    return items;
  }

  private static String text(Map.Entry<String, JsonNode> named) {
    return named.getValue().toString();
  }

  /**
   * A word of the pack stands for itself, a consent for its id, evidence for its kind, each with
   * what it covers. The number of a document is nobody's word and stands nowhere.
   */
  private static String key(String kind, JsonNode item) {
    String name =
        switch (kind) {
          case "consent" -> item.path("id").asString("");
          case "documents" -> "document";
          case "notice" -> item.isObject() ? item.path("what").asString("") : item.asString("");
          default -> item.isObject() ? item.path("kind").asString("") : item.asString("");
        };
    return item.path("covers").isMissingNode() ? name : name + COVERS + item.path("covers");
  }

  /** Of a key, the part that comes from the pack. */
  private static Word word(String key) {
    int covers = key.indexOf(COVERS);
    return Word.of(covers < 0 ? key : key.substring(0, covers)).orElse(OTHER);
  }
}
