// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.store.log.Once;
import dev.probity.store.subject.Subjects;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Requests that their caller may send again. Stateless. */
public final class Requests {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private Requests() {}

  /**
   * The request by its Idempotency-Key, where it has one.
   *
   * @param door keys of different doors are different
   */
  public static Optional<Once> once(
      HttpServletRequest request, String door, byte[] sent, String controller, Subjects subjects) {
    String key = request.getHeader("Idempotency-Key");
    if (key == null) return Optional.empty();
    if (!KEY.matcher(key).matches()) throw Kind.MALFORMED.problem().refusal();
    return Optional.of(
        new Once(
            subjects.hash(controller, door, key.getBytes(StandardCharsets.US_ASCII)),
            subjects.hash(controller, "body", sent)));
  }
}
