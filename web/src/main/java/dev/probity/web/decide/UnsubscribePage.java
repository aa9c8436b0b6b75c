// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.clause.Within;
import dev.probity.kernel.clock.Calendars;
import dev.probity.kernel.clock.Clock;
import dev.probity.kernel.clock.Span;
import dev.probity.kernel.clock.WorkingDays;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Parameter;
import dev.probity.notice.pack.Time;
import dev.probity.store.mail.Way;
import dev.probity.web.mail.Wording;
import dev.probity.web.page.Html;
import dev.probity.web.page.Language;
import dev.probity.web.page.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The page behind a link in a mail: plain, with one button, and nobody on it named. */
record UnsubscribePage(Controller controller, Way way) {
  /**
   * @param ends what she can have no more then, before she says so
   */
  String ask(Instant now, Consequences ends) {
    String named = ends.named(way.language());
    return page(
        Wording.ASK_TITLE,
        html -> {
          html.all("p", Wording.STOPS.in(way.language(), name()), "class", "lead");
          if (!named.isEmpty()) html.all("p", Wording.ENDS.in(way.language(), named));
          html.open("form", "method", "post");
          html.open("input", "type", "hidden", "name", "List-Unsubscribe", "value", "One-Click");
          html.all("button", Wording.BUTTON.in(way.language()), "type", "submit").close("form");
          explain(now, List.of(), html);
        });
  }

  /**
   * @param laws those that hold the mail back now, by their names among the overlays
   */
  String done(Instant now, List<String> laws) {
    return page(
        Wording.DONE_TITLE,
        html -> {
          html.open("div", "class", "box done", "role", "status");
          html.all("p", Wording.STOPPED.in(way.language(), name())).close("div");
          explain(now, laws, html);
        });
  }

  /** By when, what goes on, and how to come back. */
  private void explain(Instant now, List<String> laws, Html html) {
    html.all("p", Wording.AT_ONCE.in(way.language()));
    noticeBy(now).ifPresent(day -> html.all("p", Wording.NOTICE_BY.in(way.language(), day)));
    lawBy(now, laws).forEach(text -> html.all("p", text));
    html.all("p", Wording.GOES_ON.in(way.language()));
    html.all("p", Wording.UNDO.in(way.language()), "class", "quiet");
  }

  /** A page that is nobody's, so that no name tells which links were ever good. */
  static String unknown(Language language) {
    String title = Wording.UNKNOWN_TITLE.in(language.code());
    return new Page(language, title, "", List.of())
        .with(
            html ->
                html.all("h1", title)
                    .all("p", Wording.UNKNOWN.in(language.code()), "class", "lead"));
  }

  private String page(Wording title, Consumer<Html> body) {
    String named = title.in(way.language());
    Language language = way.language().equals("sv") ? Language.SV : Language.EN;
    return new Page(language, named, name(), List.of())
        .with(
            html -> {
              html.all("h1", named);
              body.accept(html);
            });
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

  /** What each of these laws allows, with its citation and whether that was checked. */
  private List<String> lawBy(Instant now, List<String> laws) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    List<String> said = new ArrayList<>();
    for (String law : laws) {
      PackSource source = controller.source().overlays().get(law);
      if (source == null) continue;
      for (Parameter parameter : source.parameters())
        if (parameter.right() == Parameter.Right.MAIL_OPT_OUT
            && parameter.validity().on(today)
            && parameter.due() instanceof Time.Counted(Span span, String written))
          parameter
              .counting()
              .clock()
              .flatMap(clock -> due(clock, today, span))
              .map(day -> Wording.LAW_BY.in(way.language(), parameter.label(), day))
              .ifPresent(said::add);
    }
    return said;
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
}
