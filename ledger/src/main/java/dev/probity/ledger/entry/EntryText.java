// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import dev.probity.ledger.entry.Entry.Acted;
import dev.probity.ledger.entry.Entry.BreachStep;
import dev.probity.ledger.entry.Entry.Collected;
import dev.probity.ledger.entry.Entry.ConsentGiven;
import dev.probity.ledger.entry.Entry.ConsentWithdrawn;
import dev.probity.ledger.entry.Entry.ControlShown;
import dev.probity.ledger.entry.Entry.Corrected;
import dev.probity.ledger.entry.Entry.Disclosed;
import dev.probity.ledger.entry.Entry.Erased;
import dev.probity.ledger.entry.Entry.ErasureIntended;
import dev.probity.ledger.entry.Entry.MailSent;
import dev.probity.ledger.entry.Entry.NoticeAccepted;
import dev.probity.ledger.entry.Entry.NoticePresented;
import dev.probity.ledger.entry.Entry.PackPublished;
import dev.probity.ledger.entry.Entry.PhiRead;
import dev.probity.ledger.entry.Entry.Propagated;
import dev.probity.ledger.entry.Entry.RegisterKept;
import dev.probity.ledger.entry.Entry.Registered;
import dev.probity.ledger.entry.Entry.RequestStep;
import dev.probity.ledger.entry.Entry.SignalHonoured;
import dev.probity.ledger.entry.Entry.TextPublished;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Optional;

/**
 * An entry as the bytes that are hashed: JSON on one line, its names in one order, without blanks
 * and escapes. One entry has one text. Stateless.
 */
public final class EntryText {
  private EntryText() {}

  public static byte[] bytes(Entry entry) {
    return Json.text(fields(entry).all()).getBytes(StandardCharsets.UTF_8);
  }

  /** Nothing, unless the bytes are what {@link #bytes} makes of an entry. */
  public static Optional<Entry> read(byte[] bytes) {
    try {
      return Json.read(new String(bytes, StandardCharsets.UTF_8))
          .map(fields -> entry(new Fields(fields)))
          .filter(entry -> Arrays.equals(bytes(entry), bytes));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Fields fields(Entry entry) {
    Fields f = new Fields();
    return switch (entry) {
      case NoticePresented e -> f.of("notice-presented", e);
      case NoticeAccepted e -> f.of("notice-accepted", e);
      case ConsentGiven e ->
          f.of("consent-given", e).and("purpose", e.purpose()).and("level", e.level());
      case ConsentWithdrawn e -> f.of("consent-withdrawn", e).and("purpose", e.purpose());
      case SignalHonoured e -> f.of("signal-honoured", e).and("signal", e.signal());
      case Collected e -> f.of("collected", e).and("point", e.point()).and("values", e.values());
      case Disclosed e ->
          f.of("disclosed", e)
              .and("recipient", e.recipient())
              .and("purpose", e.purpose())
              .and("clauses", e.clauses())
              .and("values", e.values());
      case Corrected e -> f.of("corrected", e).and("values", e.values());
      case Propagated e ->
          f.of("propagated", e)
              .and("recipient", e.recipient())
              .and("act", e.act())
              .and("outcome", e.outcome());
      case ErasureIntended e -> f.of("erasure-intended", e).and("elements", e.elements());
      case Erased e -> f.of("erased", e).and("stores", e.stores()).and("dark", e.dark());
      case RequestStep e -> f.of("request-step", e).and("right", e.right()).and("step", e.step());
      case PhiRead e ->
          f.of("phi-read", e)
              .and("role", e.role())
              .and("purpose", e.purpose())
              .and("elements", e.elements());
      case Registered e -> f.of("registered", e).and("kind", e.kind()).and("values", e.values());
      case MailSent e ->
          f.of("mail-sent", e).and("purpose", e.purpose()).and("clauses", e.clauses());
      case Acted e -> f.of("acted", e).and("event", e.event()).and("acts", e.acts());
      case RegisterKept e ->
          f.of("register-kept", e)
              .and("register", e.register())
              .and("step", e.step())
              .and("document", e.document().hash());
      case PackPublished e -> f.of("pack-published", e);
      case TextPublished e ->
          f.of("text-published", e).and("language", e.language()).and("text", e.text());
      case ControlShown e ->
          f.of("control-shown", e).and("control", e.control()).and("outcome", e.outcome());
      case BreachStep e ->
          f.of("breach-step", e).and("incident", e.incident().hash()).and("step", e.step());
    };
  }

  private static Entry entry(Fields f) {
    return switch (f.text("entry")) {
      case "notice-presented" -> new NoticePresented(f.at(), f.who(), f.pack());
      case "notice-accepted" -> new NoticeAccepted(f.at(), f.who(), f.pack());
      case "consent-given" ->
          new ConsentGiven(f.at(), f.who(), f.pack(), f.word("purpose"), f.word("level"));
      case "consent-withdrawn" ->
          new ConsentWithdrawn(f.at(), f.who(), f.pack(), f.word("purpose"));
      case "signal-honoured" -> new SignalHonoured(f.at(), f.who(), f.pack(), f.word("signal"));
      case "collected" ->
          new Collected(f.at(), f.who(), f.pack(), f.word("point"), f.values("values"));
      case "disclosed" ->
          new Disclosed(
              f.at(),
              f.who(),
              f.pack(),
              f.word("recipient"),
              f.word("purpose"),
              f.words("clauses"),
              f.values("values"));
      case "corrected" -> new Corrected(f.at(), f.who(), f.pack(), f.values("values"));
      case "propagated" ->
          new Propagated(
              f.at(), f.who(), f.pack(), f.word("recipient"), f.word("act"), f.word("outcome"));
      case "erasure-intended" ->
          new ErasureIntended(f.at(), f.who(), f.pack(), f.words("elements"));
      case "erased" -> new Erased(f.at(), f.who(), f.pack(), f.words("stores"), f.date("dark"));
      case "request-step" ->
          new RequestStep(f.at(), f.who(), f.pack(), f.word("right"), f.word("step"));
      case "phi-read" ->
          new PhiRead(
              f.at(), f.who(), f.pack(), f.word("role"), f.word("purpose"), f.words("elements"));
      case "registered" ->
          new Registered(f.at(), f.who(), f.pack(), f.word("kind"), f.values("values"));
      case "mail-sent" ->
          new MailSent(f.at(), f.who(), f.pack(), f.word("purpose"), f.words("clauses"));
      case "acted" -> new Acted(f.at(), f.who(), f.pack(), f.word("event"), f.words("acts"));
      case "register-kept" ->
          new RegisterKept(
              f.at(),
              f.pack(),
              f.word("register"),
              f.word("step"),
              new Commitment(f.hash("document")));
      case "pack-published" -> new PackPublished(f.at(), f.pack());
      case "text-published" ->
          new TextPublished(f.at(), f.pack(), f.word("language"), f.hash("text"));
      case "control-shown" ->
          new ControlShown(f.at(), f.pack(), f.word("control"), f.word("outcome"));
      case "breach-step" ->
          new BreachStep(f.at(), f.pack(), new Commitment(f.hash("incident")), f.word("step"));
      default -> throw new IllegalArgumentException("no such entry");
    };
  }
}
