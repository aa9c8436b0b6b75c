// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.publish;

import dev.probity.ledger.tree.Hash;
import dev.probity.notice.pack.Point;
import dev.probity.store.subject.Subjects;
import dev.probity.web.decide.Controller;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a form carries, made by us and good for one posting: which version of the notice was served
 * on the way to it, when, and a number that makes it one of a kind. It says nothing of anybody, so
 * it may stand in an address. Immutable.
 *
 * @param shown the version that was served; empty where none was
 * @param number 128 random bits, in hex
 */
public record Ticket(String shown, Instant at, String number) {
  private static final Duration GOOD = Duration.ofHours(24);
  private static final Pattern FORM =
      Pattern.compile("([0-9-]{0,10})\\.(\\d{1,12})\\.([0-9a-f]{32})\\.([0-9a-f]{64})");

  public static Ticket of(String shown, Instant at, SecureRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return new Ticket(
        shown, Instant.ofEpochSecond(at.getEpochSecond()), HexFormat.of().formatHex(bytes));
  }

  /** As text, with the controller's own mark, which nobody else can make. */
  public String text(Controller controller, Point point, Subjects subjects) {
    return said() + "." + HexFormat.of().formatHex(mark(controller, point, subjects).bytes());
  }

  /** Nothing unless it was made here, for this point, and not too long ago. */
  public static Optional<Ticket> read(
      String text, Controller controller, Point point, Subjects subjects, Instant now) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) return Optional.empty();
    Ticket ticket;
    try {
      ticket =
          new Ticket(
              parts.group(1),
              Instant.ofEpochSecond(Long.parseLong(parts.group(2))),
              parts.group(3));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    boolean ours =
        Hash.of(HexFormat.of().parseHex(parts.group(4)))
            .filter(ticket.mark(controller, point, subjects)::equals)
            .isPresent();
    boolean good = !ticket.at().isAfter(now.plus(GOOD)) && ticket.at().plus(GOOD).isAfter(now);
    return ours && good ? Optional.of(ticket) : Optional.empty();
  }

  private String said() {
    return shown + "." + at.getEpochSecond() + "." + number;
  }

  private Hash mark(Controller controller, Point point, Subjects subjects) {
    String all = point.name() + "." + said();
    return subjects.hash(controller.id(), "ticket", all.getBytes(StandardCharsets.US_ASCII));
  }
}
