// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.term.Tree;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a value of an element may look like, and how it is kept. */
enum Shape {
  EMAIL(254),
  PHONE(40),
  DATE(10),
  /** Of the number of a card nothing is ever kept but its last four digits (PCI DSS 3.3). */
  CARD(40),
  TEXT(4_000),
  LINE(200),
  /** Kept only where accounts are, and never in a form that can be read. */
  SECRET(0);

  private static final Set<String> LONG =
      Set.of("content", "communication", "health", "contact.address", "identity.proof", "family");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>()\",;:\\\\]+@[^\\s@<>,;]+");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 ()./-]{3,40}");
  private static final Pattern CARD_NUMBER = Pattern.compile("\\d{4}|\\d(?:[ -]?\\d){11,18}");

  final int longest;

  Shape(int longest) {
    this.longest = longest;
  }

  /** Of an element of the vocabulary, by its place in the tree. */
  static Shape of(String element, Tree data) {
    if (data.within(element, "contact.email")) return EMAIL;
    if (data.within(element, "contact.phone")) return PHONE;
    if (data.within(element, "demographic.birth-date")) return DATE;
    if (data.within(element, "payment.card")) return CARD;
    if (data.within(element, "account.password")) return SECRET;
    return data.withinAny(element, LONG) ? TEXT : LINE;
  }

  /** A value as it is kept, or why it cannot be. */
  sealed interface Read {
    record Value(String text) implements Read {}

    record Refused(Reason reason) implements Read {}
  }

  /** Why a field cannot be kept. */
  enum Reason {
    MISSING,
    TOO_LONG,
    CONTROL,
    NOT_EMAIL,
    NOT_PHONE,
    NOT_DATE,
    NOT_CARD,
    NO_ANSWER,
    SECRET;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Reads what was sent; nothing where it is blank. */
  Optional<Read> read(String sent) {
    String text = Normalizer.normalize(sent, Normalizer.Form.NFC).strip();
    if (this == TEXT) text = text.replace("\r\n", "\n").replace('\r', '\n');
    if (text.isEmpty()) return Optional.empty();
    Optional<Reason> reason = reason(text);
    if (reason.isPresent()) return Optional.of(new Read.Refused(reason.get()));
    return Optional.of(new Read.Value(this == CARD ? lastFour(text) : text));
  }

  private Optional<Reason> reason(String text) {
    if (this == SECRET) return Optional.of(Reason.SECRET);
    if (text.codePointCount(0, text.length()) > longest) return Optional.of(Reason.TOO_LONG);
    if (text.codePoints().anyMatch(this::isControl)) return Optional.of(Reason.CONTROL);
    return switch (this) {
      case EMAIL -> ADDRESS.matcher(text).matches() ? Optional.empty() : of(Reason.NOT_EMAIL);
      case PHONE -> NUMBER.matcher(text).matches() ? Optional.empty() : of(Reason.NOT_PHONE);
      case DATE -> isDate(text) ? Optional.empty() : of(Reason.NOT_DATE);
      case CARD -> CARD_NUMBER.matcher(text).matches() ? Optional.empty() : of(Reason.NOT_CARD);
      case TEXT, LINE, SECRET -> Optional.empty();
    };
  }

  private static Optional<Reason> of(Reason reason) {
    return Optional.of(reason);
  }

  /** Also what turns the direction of writing around, so that one text reads as another. */
  private boolean isControl(int c) {
    if (this == TEXT && (c == '\n' || c == '\t')) return false;
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || (c & 0xFFFE) == 0xFFFE;
  }

  private static boolean isDate(String text) {
    try {
      return !LocalDate.parse(text).isBefore(LocalDate.of(1850, 1, 1));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String lastFour(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.substring(digits.length() - 4);
  }
}
