// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.json;

import dev.probity.notice.yaml.Node;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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

  /** Nanoseconds that any body may take, and bytes a second that a long one must come at. */
  private static final long PATIENCE = 15_000_000_000L;

  private static final int SLOWEST = 64 << 10;

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
    if (request.getHeader("Content-Encoding") != null) throw Kind.MEDIA_TYPE.problem().refusal();
    if (request.getContentLengthLong() > most) throw Kind.TOO_LARGE.problem().refusal();
    long began = System.nanoTime();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    InputStream in = request.getInputStream();
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      bytes.write(piece, 0, n);
      if (bytes.size() > most) throw Kind.TOO_LARGE.problem().refusal();
      long due = PATIENCE + bytes.size() * 1_000_000_000L / SLOWEST;
      if (System.nanoTime() - began > due) throw Kind.TOO_SLOW.problem().refusal();
    }
    return bytes.toByteArray();
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
