// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.notice.pack.PackSource;
import dev.probity.store.mail.Way;
import dev.probity.web.mail.Wording;
import dev.probity.web.page.Html;
import dev.probity.web.page.Language;
import dev.probity.web.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The page behind a link in a mail: plain, with one button, and nobody on it named. */
record UnsubscribePage(Controller controller, Way way) {
  /**
   * @param ends what she can have no more then, before she says so
   */
  String ask(Instant now, Consequences ends) {
    List<String> named = ends.named(way.language());
    return page(
        Wording.ASK_TITLE,
        html -> {
          html.all("p", Wording.STOPS.in(way.language(), name()), "class", "lead");
          if (!named.isEmpty()) {
            html.all("p", Wording.ENDS.in(way.language())).open("ul");
            named.forEach(purpose -> html.all("li", purpose));
            html.close("ul");
          }
          html.open("form", "method", "post");
          html.open("input", "type", "hidden", "name", "List-Unsubscribe", "value", "One-Click");
          html.all("button", Wording.BUTTON.in(way.language()), "type", "submit").close("form");
          explain(now, Set.of(), html);
        });
  }

  /**
   * @param laws those that hold the mail back now, by their names among the overlays
   */
  String done(Instant now, Set<String> laws) {
    return page(
        Wording.DONE_TITLE,
        html -> {
          html.open("div", "class", "box done", "role", "status");
          html.all("p", Wording.STOPPED.in(way.language(), name())).close("div");
          explain(now, laws, html);
        });
  }

  /** By when, what goes on, and how to come back. */
  private void explain(Instant now, Set<String> laws, Html html) {
    html.all("p", Wording.AT_ONCE.in(way.language()));
    PackSource source = controller.source();
    LastDays days = LastDays.of(source, WaysOut.of(source, way.purpose()).times(), laws, now);
    days.notice().ifPresent(day -> html.all("p", Wording.NOTICE_BY.in(way.language(), day)));
    for (LastDays.ByLaw law : days.laws())
      html.all("p", Wording.LAW_BY.in(way.language(), law.cite(), law.day()));
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
}
