// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.clause.Within;
import dev.probity.kernel.clock.Calendars;
import dev.probity.kernel.clock.Clock;
import dev.probity.kernel.clock.Span;
import dev.probity.kernel.clock.WorkingDays;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Parameter;
import dev.probity.store.mail.Way;
import dev.probity.web.mail.Html;
import dev.probity.web.mail.Wording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page behind a link in a mail: plain, with one button, and nobody on it named. */
record UnsubscribePage(Controller controller, Way way) {
  private static final String STYLE =
      "body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:3rem auto;"
          + "padding:0 1rem;color:#1a1a1a;background:#fff}button{font:inherit;"
          + "padding:.75rem 1.5rem;border:2px solid #003d66;border-radius:.25rem;"
          + "background:#003d66;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid"
          + " #b35900;outline-offset:3px}";

  /** Its own style and its own form, and nothing from anywhere else. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  String ask(Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add(says(Wording.STOPS.in(way.language(), name())));
    explain(now, lines);
    lines.add(
        "<form method=\"post\"><input type=\"hidden\" name=\"List-Unsubscribe\""
            + " value=\"One-Click\"><button type=\"submit\">"
            + Html.escaped(Wording.BUTTON.in(way.language()))
            + "</button></form>");
    return page(way.language(), Wording.ASK_TITLE, lines);
  }

  String done(Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "<p role=\"status\">" + Html.escaped(Wording.STOPPED.in(way.language(), name())) + "</p>");
    explain(now, lines);
    return page(way.language(), Wording.DONE_TITLE, lines);
  }

  /** By when, what goes on, and how to come back. */
  private void explain(Instant now, List<String> lines) {
    lines.add(says(Wording.AT_ONCE.in(way.language())));
    noticeBy(now).ifPresent(day -> lines.add(says(Wording.NOTICE_BY.in(way.language(), day))));
    lines.add(says(Wording.GOES_ON.in(way.language())));
    lines.add(says(Wording.UNDO.in(way.language())));
  }

  static String unknown(String language) {
    return page(language, Wording.UNKNOWN_TITLE, List.of(says(Wording.UNKNOWN.in(language))));
  }

  private String name() {
    return controller.source().header().controller();
  }

  /** The last day that the notice allows itself, of several the earliest. */
  private Optional<LocalDate> noticeBy(Instant now) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    Clock clock = new Clock(calendar(), false);
    return WaysOut.of(controller.source(), way.purpose()).times().stream()
        .map(Within::notice)
        .flatMap(layer -> Span.parse(layer).stream())
        .flatMap(span -> due(clock, today, span).stream())
        .min(LocalDate::compareTo);
  }

  private static Optional<LocalDate> due(Clock clock, LocalDate today, Span span) {
    try {
      return Optional.of(clock.due(today, span));
    } catch (WorkingDays.OutOfReach e) {
      return Optional.empty();
    }
  }

  /** Of the law on such mail that is laid over the notice; otherwise that of its first region. */
  private WorkingDays calendar() {
    for (PackSource law : controller.source().overlays().values())
      for (Parameter parameter : law.parameters())
        if (parameter.right() == Parameter.Right.MAIL_OPT_OUT
            && parameter.counting().calendar().isPresent())
          return parameter.counting().calendar().get();
    return controller.source().header().regions().stream()
        .flatMap(UnsubscribePage::of)
        .findFirst()
        .orElse(Calendars.EU);
  }

  private static Stream<WorkingDays> of(String region) {
    return switch (region) {
      case "US" -> Stream.of(Calendars.US_FEDERAL);
      case "CA" -> Stream.of(Calendars.CANADA);
      case "SE" -> Stream.of(Calendars.SWEDEN);
      case "UK", "GB" -> Stream.of(Calendars.UK);
      case "EEA", "EU" -> Stream.of(Calendars.EU);
      default -> Stream.empty();
    };
  }

  private static String says(String text) {
    return "<p>" + Html.escaped(text) + "</p>";
  }

  private static String page(String language, Wording title, List<String> lines) {
    String named = Html.escaped(title.in(language));
    return "<!doctype html>\n<html lang=\""
        + language
        + "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\""
        + " content=\"width=device-width, initial-scale=1\"><title>"
        + named
        + "</title><style>"
        + STYLE
        + "</style></head>\n<body><main>\n<h1>"
        + named
        + "</h1>\n"
        + String.join("\n", lines)
        + "\n</main></body>\n</html>\n";
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
