// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.store.mail.Mails;
import dev.probity.store.mail.Way;
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.store.subject.Writing;
import dev.probity.web.page.Language;
import dev.probity.web.page.Page;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the link in a mail leads. Looking changes nothing; one request stops the mail, without a
 * login, a cookie or a question (RFC 8058; 16 CFR 316.5). Safe for any number of threads.
 */
@RestController
public final class UnsubscribeDoors {
  private static final String PATH = "/unsubscribe/{controller}/{token}";
  private static final int LONGEST = 4_096;

  /** In a form of either kind that RFC 8058 allows. */
  private static final Pattern ONE_CLICK =
      Pattern.compile(
          "(?:^|&)List-Unsubscribe=One-Click(?:&|\\s*$)"
              + "|name=\"List-Unsubscribe\"[^\\r\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n"
              + "One-Click\\r?\\n");

  private final Controllers controllers;
  private final Subjects subjects;
  private final Mails mails;
  private final InstantSource clock;

  public UnsubscribeDoors(
      Controllers controllers, Subjects subjects, Mails mails, InstantSource clock) {
    this.controllers = controllers;
    this.subjects = subjects;
    this.mails = mails;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ResponseEntity<byte[]> ask(
      @PathVariable String controller, @PathVariable String token, HttpServletRequest request) {
    Optional<Way> way = way(controller, token);
    Optional<Held> held = way.flatMap(w -> subjects.held(controller, new Who(w.subject(), "")));
    if (way.isEmpty() || held.isEmpty()) return unknown(request);
    Controller found = controllers.get(controller);
    Instant now = clock.instant();
    return page(
        200,
        new UnsubscribePage(found, way.get()).ask(now, ends(found, way.get(), held.get(), now)));
  }

  private static Consequences ends(Controller controller, Way way, Held held, Instant now) {
    Instant at = held.seen().isAfter(now) ? held.seen() : now;
    WaysOut ways = WaysOut.of(controller.source(), way.purpose());
    return Consequences.of(controller, held, Optional.empty(), at, sheet -> ways.take(sheet, at));
  }

  @PostMapping(PATH)
  ResponseEntity<byte[]> stop(
      @PathVariable String controller, @PathVariable String token, HttpServletRequest request)
      throws IOException {
    byte[] sent = request.getInputStream().readNBytes(LONGEST);
    if (!ONE_CLICK.matcher(new String(sent, StandardCharsets.ISO_8859_1)).find())
      throw Kind.NOT_ONE_CLICK.problem().refusal();
    Optional<Way> way = way(controller, token);
    if (way.isEmpty() || !stopped(controllers.get(controller), way.get())) return unknown(request);
    UnsubscribePage page = new UnsubscribePage(controllers.get(controller), way.get());
    return page(200, page.done(clock.instant(), laws(controllers.get(controller), way.get())));
  }

  /** Those laid over the notice that hold such mail back now. */
  private Set<String> laws(Controller controller, Way way) {
    return Mailing.of(controller, subjects, way.subject(), way.purpose(), clock.instant())
        .map(mailing -> LastDays.laws(mailing.decision().because()))
        .orElse(Set.of());
  }

  private Optional<Way> way(String controller, String token) {
    return controllers.has(controller) ? mails.way(controller, token) : Optional.empty();
  }

  /** In one transaction: what she said, the log's entries, and what waits for her held back. */
  private boolean stopped(Controller controller, Way way) {
    WaysOut ways = WaysOut.of(controller.source(), way.purpose());
    return subjects
        .change(
            controller.id(),
            new Who(way.subject(), ""),
            (held, moment) -> {
              FactSheet sheet = FactSheet.of(held);
              ways.take(sheet, moment);
              return new Writing(
                  sheet.bytes(),
                  List.of(),
                  controller.entries(moment).of(FactSheet.of(held), sheet));
            },
            mails.holdBack(controller.id(), way.subject(), ways.purposes(controller.source())))
        .isPresent();
  }

  /** The same for a token that never was and for one of somebody who was erased. */
  private static ResponseEntity<byte[]> unknown(HttpServletRequest request) {
    return page(404, UnsubscribePage.unknown(Language.of(request, List.of(Language.values()))));
  }

  private static ResponseEntity<byte[]> page(int status, String html) {
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", Page.POLICY)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header("X-Robots-Tag", "noindex")
        .body(html.getBytes(StandardCharsets.UTF_8));
  }
}
