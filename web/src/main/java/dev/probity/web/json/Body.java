// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.json;

import dev.probity.notice.yaml.Node;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What was sent, read whole and within bounds. Immutable.
 *
 * @param array whether it was an array, so that the answer is one too
 */
public record Body(List<Node> items, boolean array) {
  private static final String BODY = "body";
  static final int ONE = 1 << 20;
  static final int MANY = 16 << 20;
  static final int MOST = 10_000;

  /** One question, or an array of them. */
  public static Body oneOrMany(HttpServletRequest request) throws IOException {
    byte[] bytes = bytes(request, MANY);
    boolean array = first(bytes) == '[';
    if (!array && bytes.length > ONE) throw Kind.TOO_LARGE.problem().refusal();
    Node node = StrictJson.read(bytes, BODY);
    if (!(node instanceof Node.Items items)) return new Body(List.of(node), false);
    if (items.items().size() > MOST) throw Kind.TOO_LARGE.problem().refusal();
    return new Body(items.items(), true);
  }

  public static Node one(HttpServletRequest request) throws IOException {
    return read(oneAsSent(request));
  }

  /** JSON of our own, whose places are named after where it was kept. */
  public static Node kept(byte[] json, String file) {
    return StrictJson.read(json, file);
  }

  /** One question, byte for byte. */
  public static byte[] oneAsSent(HttpServletRequest request) throws IOException {
    return bytes(request, ONE);
  }

  public static Node read(byte[] bytes) {
    return StrictJson.read(bytes, BODY);
  }

  /** What people wrote, which may be longer than any word of a pack. */
  public static Node prose(byte[] bytes) {
    return StrictJson.prose(bytes, BODY);
  }

  private static byte[] bytes(HttpServletRequest request, int most) throws IOException {
    utf8(request.getContentType());
    if (request.getContentLengthLong() > most) throw Kind.TOO_LARGE.problem().refusal();
    byte[] bytes = request.getInputStream().readNBytes(most + 1);
    if (bytes.length > most) throw Kind.TOO_LARGE.problem().refusal();
    return bytes;
  }

  private static void utf8(String type) {
    try {
      var charset = MediaType.parseMediaType(type).getCharset();
      if (charset == null || charset.equals(StandardCharsets.UTF_8)) return;
    } catch (InvalidMediaTypeException e) {
      throw Kind.MEDIA_TYPE.problem().refusal();
    }
    throw Kind.MEDIA_TYPE.problem().refusal();
  }

  private static int first(byte[] bytes) {
    for (byte b : bytes) if (b != ' ' && b != '\n' && b != '\r' && b != '\t') return b;
    return -1;
  }
}
