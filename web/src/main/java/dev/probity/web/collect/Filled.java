// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A form as a browser sends it (application/x-www-form-urlencoded), read whole and within bounds.
 * Immutable; says nothing of itself.
 */
record Filled(Map<String, String> fields) {
  static final Filled NOTHING = new Filled(Map.of());

  private static final int MOST = 64 << 10;
  private static final int FIELDS = 100;

  static Filled read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > MOST) throw Kind.TOO_LARGE.problem().refusal();
    byte[] bytes = request.getInputStream().readNBytes(MOST + 1);
    if (bytes.length > MOST) throw Kind.TOO_LARGE.problem().refusal();
    Map<String, String> fields = new LinkedHashMap<>();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.isEmpty()) return NOTHING;
    for (String pair : text.split("&", FIELDS + 1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (fields.put(name, value) != null) throw Kind.MALFORMED.problem().refusal();
    }
    if (fields.size() > FIELDS) throw Kind.TOO_LARGE.problem().refusal();
    return new Filled(fields);
  }

  /** Percent signs and plus signs taken back, as UTF-8 and nothing else. */
  private static String decoded(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        if (i + 2 >= text.length()) throw Kind.MALFORMED.problem().refusal();
        int high = Character.digit(text.charAt(++i), 16);
        int low = Character.digit(text.charAt(++i), 16);
        if (high < 0 || low < 0) throw Kind.MALFORMED.problem().refusal();
        bytes.put((byte) (high << 4 | low));
      } else {
        bytes.put(c == '+' ? (byte) ' ' : (byte) c);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw Kind.MALFORMED.problem().refusal();
    }
  }

  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  @Override
  public String toString() {
    return "a form as it was filled in";
  }
}
