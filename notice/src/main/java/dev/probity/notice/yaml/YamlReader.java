// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.yaml;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document into nodes with positions. Refuses what makes YAML surprising or
 * dangerous: anchors and aliases (bombs), tags, duplicate keys, keys that are not words, a second
 * document, words that YAML 1.1 took for booleans, great depth and great size. One thread, one use.
 */
public final class YamlReader {
  private static final int DEEPEST = 40;
  private static final int MOST_NODES = 500_000;
  private static final int MOST_CHARACTERS = 8_000_000;

  /**
   * Values that other YAML readers turn into booleans or nothing; {@code true false} are plain
   * words.
   */
  private static final Set<String> SURPRISING =
      Set.of("on", "off", "yes", "no", "On", "Off", "Yes", "No", "ON", "OFF", "YES", "NO");

  private final String file;
  private final List<Fault> faults;
  private int nodes;

  private YamlReader(String file, List<Fault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * The document, or nothing where it cannot be read at all; mistakes are added to {@code faults}.
   */
  public static Optional<Node> read(String file, String text, List<Fault> faults) {
    if (text.length() > MOST_CHARACTERS) {
      faults.add(
          new Fault(
              "PRB-N005",
              "this file has more than " + MOST_CHARACTERS / 1_000_000 + " million characters",
              "split the pack over several files",
              Where.file(file)));
      return Optional.empty();
    }
    return new YamlReader(file, faults).document(text);
  }

  private Optional<Node> document(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(MOST_CHARACTERS * 2).build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      events.next();
      if (!(events.next().getEventId() == Event.ID.DocumentStart)) {
        fault("PRB-N002", "the file is empty", "write at least one section", Where.file(file));
        return Optional.empty();
      }
      Node root = node(events, events.next(), 0);
      events.next();
      Event after = events.next();
      if (after.getEventId() != Event.ID.StreamEnd) {
        fault(
            "PRB-N002",
            "a second document begins here",
            "keep one document a file; remove `---`",
            where(after));
      }
      return Optional.of(root);
    } catch (Stop stop) {
      return Optional.empty();
    } catch (MarkedYamlEngineException e) {
      Where at = e.getProblemMark().map(this::where).orElse(Where.file(file));
      fault(
          "PRB-N002",
          "this is not well-formed YAML: " + e.getProblem(),
          "correct the line; quote values with `:` or `#` in them",
          at);
      return Optional.empty();
    } catch (YamlEngineException e) {
      fault(
          "PRB-N002",
          "this is not well-formed YAML",
          "save the file as UTF-8 text without control characters",
          Where.file(file));
      return Optional.empty();
    }
  }

  /** The file cannot be read any further; the fault is already on the list. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Node node(Iterator<Event> events, Event event, int depth) {
    if (depth > DEEPEST || ++nodes > MOST_NODES) {
      fault(
          "PRB-N005",
          "this file is nested deeper or larger than any pack",
          "write it flatter, or split it",
          where(event));
      throw new Stop();
    }
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent n && n.getAnchor().isPresent())) {
      fault(
          "PRB-N004",
          "anchors (`&`) and aliases (`*`) are not part of the language",
          "write the value out, or quote it",
          where(event));
      if (event instanceof AliasEvent) return new Node.Text("", false, where(event));
    }
    return switch (event) {
      case ScalarEvent scalar -> text(scalar);
      case SequenceStartEvent list -> items(events, list, depth);
      case MappingStartEvent map -> fields(events, map, depth);
      default -> throw new Stop();
    };
  }

  private Node text(ScalarEvent event) {
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    String value = event.getValue();
    if (plain && SURPRISING.contains(value)) {
      fault(
          "PRB-N006",
          "unquoted `" + value + "` means different things to different readers of YAML",
          "write \"" + value + "\"",
          where(event));
    }
    return new Node.Text(value, plain, where(event));
  }

  private Node items(Iterator<Event> events, Event start, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      items.add(node(events, e, depth + 1));
    }
    return new Node.Items(items, where(start));
  }

  private Node fields(Iterator<Event> events, Event start, int depth) {
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      @Nullable String key = key(events, e, depth);
      Node value = node(events, events.next(), depth + 1);
      if (key == null) continue;
      Node.Field before = fields.putIfAbsent(key, new Node.Field(where(e), value));
      if (before != null) {
        fault(
            "PRB-N003",
            "`" + key + "` is written twice; first on line " + before.key().line(),
            "keep one of the two, or merge them",
            where(e));
      }
    }
    return new Node.Fields(fields, where(start));
  }

  private @Nullable String key(Iterator<Event> events, Event event, int depth) {
    if (event instanceof ScalarEvent scalar) return scalar.getValue();
    node(events, event, depth + 1);
    fault("PRB-N002", "a key must be a single word", "write `word: value`", where(event));
    return null;
  }

  private Where where(Event event) {
    return event.getStartMark().map(this::where).orElse(Where.file(file));
  }

  private Where where(Mark mark) {
    return new Where(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private void fault(String code, String sentence, String fix, Where where) {
    faults.add(new Fault(code, sentence, fix, where));
  }
}
