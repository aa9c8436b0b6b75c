// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.json;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Node;
import dev.probity.web.problem.Kind;
import dev.probity.web.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as nodes with positions. Refuses what two readers could understand in two ways: other
 * encodings, a key twice, halves of characters, text after the end; and what is deeper or longer
 * than any question. One thread.
 */
final class StrictJson {
  private static final int DEEPEST = 20;
  private static final int LONGEST = 1_000;
  private static final int PROSE = 20_000;

  /** Ten times what a full array of usual questions has; each takes a hundred bytes or so. */
  private static final int TOKENS = 1_500_000;

  private static final JsonFactory FACTORY = factory(LONGEST);
  private static final JsonFactory PROSE_FACTORY = factory(PROSE);

  private final String file;

  private StrictJson(String file) {
    this.file = file;
  }

  private static JsonFactory factory(int longest) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(longest)
                .maxNameLength(LONGEST)
                .maxNumberLength(LONGEST)
                .maxTokenCount(TOKENS)
                .build())
        .build();
  }

  static Node read(byte[] bytes, String file) {
    return read(bytes, file, FACTORY);
  }

  /** Also of what people write in sentences. */
  static Node prose(byte[] bytes, String file) {
    return read(bytes, file, PROSE_FACTORY);
  }

  private static Node read(byte[] bytes, String file, JsonFactory factory) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Kind.NOT_JSON.problem().refusal();
    }
    try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = json.nextToken();
      if (first == null) throw Kind.NOT_JSON.problem().refusal();
      Node node = new StrictJson(file).node(json, first);
      if (json.nextToken() != null) throw at(json.currentTokenLocation()).refusal();
      return node;
    } catch (JacksonException e) {
      TokenStreamLocation place = e.getLocation();
      throw (place == null ? Kind.NOT_JSON.problem() : at(place)).refusal();
    }
  }

  private static Problem at(TokenStreamLocation place) {
    return Kind.NOT_JSON
        .problem()
        .with("line", place.getLineNr())
        .with("column", place.getColumnNr());
  }

  private Node node(JsonParser json, JsonToken token) {
    Where where = where(json);
    return switch (token) {
      case START_OBJECT -> fields(json, where);
      case START_ARRAY -> items(json, where);
      case VALUE_STRING -> new Node.Text(whole(json), false, where);
      case VALUE_NULL -> new Node.Text("", true, where);
      default -> new Node.Text(json.getString(), true, where);
    };
  }

  private Node fields(JsonParser json, Where where) {
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      Where key = where(json);
      String name = whole(json);
      fields.put(name, new Node.Field(key, node(json, json.nextToken())));
    }
    return new Node.Fields(fields, where);
  }

  private Node items(JsonParser json, Where where) {
    List<Node> items = new ArrayList<>();
    for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken())
      items.add(node(json, t));
    return new Node.Items(items, where);
  }

  /** An escape may name half a character, which no UTF-8 can hold. */
  private static String whole(JsonParser json) {
    String text = json.getString();
    boolean half = text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    if (half) throw at(json.currentTokenLocation()).refusal();
    return text;
  }

  private Where where(JsonParser json) {
    TokenStreamLocation place = json.currentTokenLocation();
    return new Where(file, place.getLineNr(), place.getColumnNr());
  }
}
