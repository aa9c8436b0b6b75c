// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Tile;
import dev.probity.notice.scenario.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log at its door, each time what is new. One thread. */
final class LogLook {
  private static final Set<String> UNTOLD = Set.of("entry", "at", "pack", "who");

  private final Doors doors;
  private long seen;

  /** What stands there already, such as that the notice was published, is not new. */
  LogLook(Doors doors) {
    this.doors = doors;
    this.seen = size();
  }

  List<String> differs(List<Step.Entries.Entry> wanted) {
    List<JsonNode> left = fresh();
    List<String> mistakes = new ArrayList<>();
    // Why: one that says little would take the place of one that says more.
    Comparator<Step.Entries.Entry> saysMore =
        Comparator.comparingInt(entry -> -entry.parts().size());
    for (Step.Entries.Entry entry : wanted.stream().sorted(saysMore).toList()) {
      var found = left.stream().filter(saw -> matches(entry, saw)).findFirst();
      if (found.isPresent()) left.remove(found.get());
      else mistakes.add("expected an entry " + entry.kind() + " " + entry.parts());
    }
    left.forEach(entry -> mistakes.add("the log also got " + told(entry)));
    return mistakes;
  }

  /** Its kind and its words, without the moment, the pack and the pseudonym. */
  private static String told(JsonNode entry) {
    StringBuilder told = new StringBuilder(kind(entry));
    entry
        .properties()
        .forEach(
            part -> {
              if (part.getValue().isString() && !UNTOLD.contains(part.getKey()))
                told.append(' ').append(part.getValue().asString());
            });
    return told.toString();
  }

  private static String kind(JsonNode entry) {
    return entry.path("entry").asString("");
  }

  private static boolean matches(Step.Entries.Entry wanted, JsonNode saw) {
    return kind(saw).equals(wanted.kind())
        && wanted.parts().entrySet().stream().allMatch(part -> stands(part, saw));
  }

  /** A list or a map of values holds the word; a text is it, or is the pack of that version. */
  private static boolean stands(Map.Entry<String, String> part, JsonNode entry) {
    JsonNode saw = entry.path(part.getKey());
    String word = part.getValue();
    if (saw.isObject()) return saw.has(word);
    if (saw.isArray()) return Compared.words(saw).contains(word);
    String text = saw.asString("");
    return text.equals(word) || (part.getKey().equals("pack") && text.startsWith(word + "#"));
  }

  private List<JsonNode> fresh() {
    long size = size();
    List<JsonNode> fresh = new ArrayList<>();
    for (long tile = seen / Tile.FULL; tile * Tile.FULL < size; tile++) {
      int width = (int) Math.min(Tile.FULL, size - tile * Tile.FULL);
      String path = "ledger/tile/entries/" + "%03d".formatted(tile);
      Doors.Answer answer = doors.get(path + (width == Tile.FULL ? "" : ".p/" + width));
      List<byte[]> entries = Bundle.entries(answer.bytes(), width).orElse(List.of());
      for (int i = (int) Math.max(0, seen - tile * Tile.FULL); i < entries.size(); i++)
        fresh.add(JsonMapper.shared().readTree(new String(entries.get(i), StandardCharsets.UTF_8)));
    }
    seen = size;
    return fresh;
  }

  private long size() {
    String[] lines = doors.get("ledger/checkpoint").text().split("\n", -1);
    return lines.length > 1 && lines[1].matches("\\d{1,18}") ? Long.parseLong(lines[1]) : 0;
  }
}
