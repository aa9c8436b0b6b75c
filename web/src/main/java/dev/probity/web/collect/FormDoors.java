// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.ledger.tree.Merkle;
import dev.probity.notice.pack.Point;
import dev.probity.store.log.Ledgers;
import dev.probity.store.log.Once;
import dev.probity.store.subject.Subjects;
import dev.probity.web.decide.Controller;
import dev.probity.web.decide.Controllers;
import dev.probity.web.page.Language;
import dev.probity.web.page.Page;
import dev.probity.web.problem.Kind;
import dev.probity.web.problem.Problem;
import dev.probity.web.problem.ProblemPage;
import dev.probity.web.publish.Ticket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The points of a pack as pages, open to everybody and without a script. A form never tells whether
 * somebody is known here, and gives nobody's id away. Safe for any number of threads.
 */
@RestController
public final class FormDoors {
  private final Controllers controllers;
  private final Ledgers ledgers;
  private final Subjects subjects;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Pace pace;
  private final Map<String, Offer> offers = new ConcurrentHashMap<>();

  public FormDoors(
      Controllers controllers,
      Ledgers ledgers,
      Subjects subjects,
      InstantSource clock,
      SecureRandom random,
      Pace pace) {
    this.controllers = controllers;
    this.ledgers = ledgers;
    this.subjects = subjects;
    this.clock = clock;
    this.random = random;
    this.pace = pace;
  }

  /** One request, with what it is about. */
  private record Visit(Controller controller, Language language, List<Language> spoken) {
    static Visit of(Controller controller, HttpServletRequest request) {
      List<Language> spoken = Language.spoken(controller.source());
      return new Visit(controller, Language.of(request, spoken), spoken);
    }

    Page page(String title, String path) {
      List<Page.Other> others =
          spoken.stream().map(l -> new Page.Other(l, path + "lang=" + l.code())).toList();
      return new Page(language, title, controller.source().header().controller(), others);
    }

    /** About one form. */
    Page page(Point at) {
      String title = Telling.title(at, controller, language);
      return page(title, "/forms/" + controller.id() + "/" + at.name() + "?");
    }

    Outcomes outcomes() {
      return new Outcomes(controller, language);
    }
  }

  @GetMapping(path = "/forms/{controller}", produces = MediaType.TEXT_HTML_VALUE)
  void list(
      @PathVariable String controller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Visit visit = visit(controller, request);
    Map<Point, Offer> own = new LinkedHashMap<>();
    for (Point point : visit.controller().points().values())
      if (Outcomes.isForPeople(point, visit.controller())) own.put(point, offer(visit, point));
    String title = visit.language().of("Forms", "Formulär");
    Page page = visit.page(title, "/forms/" + controller + "?");
    Outcomes outcomes = visit.outcomes();
    Page.answer(response, 200, page.with(html -> outcomes.list(html, title, own)));
  }

  @GetMapping(path = "/forms/{controller}/{point}", produces = MediaType.TEXT_HTML_VALUE)
  void form(
      @PathVariable String controller,
      @PathVariable String point,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Visit visit = visit(controller, request);
    if (!visit.controller().points().containsKey(point) && ProblemPage.isWanted(request)) {
      noForm(visit, response);
      return;
    }
    Point at = point(visit, point);
    Offer offer = offer(visit, at);
    Page page = visit.page(at);
    Outcomes outcomes = visit.outcomes();
    if (offer.denied().isPresent() || !Outcomes.isForPeople(at, visit.controller())) {
      Page.answer(response, 200, page.with(html -> outcomes.notOffered(html, at, offer)));
      return;
    }
    String shown = shown(request, visit, at);
    if (offer.gated() && shown.isEmpty()) {
      response.setHeader(
          "Location",
          new Telling(visit.controller(), visit.language()).notice() + "&form=" + at.name());
      response.setStatus(303);
      return;
    }
    String ticket = ticket(visit, at, shown);
    FormPage form =
        new FormPage(
            visit.controller(), at, offer, visit.language(), Filled.NOTHING, Map.of(), ticket);
    Page.answer(response, 200, page.with(form::write));
  }

  private static void noForm(Visit visit, HttpServletResponse response) throws IOException {
    String title = visit.language().of("There is no such form", "Det formuläret finns inte");
    Outcomes outcomes = visit.outcomes();
    Page page = visit.page(title, "/forms/" + visit.controller().id() + "?");
    Page.answer(response, 404, page.with(html -> outcomes.noForm(html, title)));
  }

  @PostMapping(
      path = "/forms/{controller}/{point}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
      produces = MediaType.TEXT_HTML_VALUE)
  void post(
      @PathVariable String controller,
      @PathVariable String point,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Visit visit = visit(controller, request);
    Point at = point(visit, point);
    Page page = visit.page(at);
    Outcomes outcomes = visit.outcomes();
    try {
      if (!pace.allows(request.getRemoteAddr())) throw Kind.TOO_MANY.problem().refusal();
      Offer offer = offer(visit, at);
      if (offer.denied().isPresent() || !Outcomes.isForPeople(at, visit.controller())) {
        Page.answer(response, 403, page.with(html -> outcomes.notOffered(html, at, offer)));
        return;
      }
      answer(visit, at, offer, Filled.read(request), page, response);
    } catch (Problem.Refusal refusal) {
      Problem problem = refusal.problem();
      Page.answer(
          response, problem.status(), page.with(html -> outcomes.problem(html, at, problem)));
    }
  }

  private void answer(
      Visit visit, Point at, Offer offer, Filled filled, Page page, HttpServletResponse response)
      throws IOException {
    Controller controller = visit.controller();
    Optional<Ticket> ticket =
        Ticket.read(filled.get(FieldName.TICKET), controller, at, subjects, clock.instant());
    FormReader reader = new FormReader(controller, at, offer, visit.language(), filled);
    Map<String, String> wrong = new LinkedHashMap<>();
    if (ticket.isEmpty()) wrong.put("main", reader.stale());
    wrong.putAll(reader.wrong());
    if (!wrong.isEmpty()) {
      String fresh = ticket(visit, at, ticket.map(Ticket::shown).orElse(""));
      FormPage again = new FormPage(controller, at, offer, visit.language(), filled, wrong, fresh);
      Page.answer(response, 422, page.with(again::write));
      return;
    }
    Outcomes outcomes = visit.outcomes();
    Posting posting = reader.posting(ticket.get().shown());
    try {
      long entry = keep(controller, at, posting, once(controller, at, ticket.get(), filled));
      String number = number(controller, entry);
      Page.answer(response, 201, page.with(html -> outcomes.kept(html, at, posting, number)));
    } catch (Collecting.Denied denied) {
      boolean young = posting.ages().values().stream().anyMatch(band -> band.to() < 18);
      Page.answer(
          response, 403, page.with(html -> outcomes.denied(html, at, denied.decision(), young)));
    }
  }

  private long keep(Controller controller, Point at, Posting posting, Once once) {
    Optional<Once.Outcome> before = ledgers.before(controller.id(), once);
    if (before.isPresent()) return entry(before.get());
    try {
      Collecting.Kept kept = new Collecting(controller, at, subjects).take(posting, once);
      return kept.written().entry().orElseThrow();
    } catch (Subjects.Repeated repeated) {
      return entry(repeated.outcome());
    }
  }

  private static long entry(Once.Outcome before) {
    if (before instanceof Once.Outcome.Again(long index)) return index;
    throw Kind.SENT_ALREADY.problem().refusal();
  }

  /** By the ticket's own number, so that a form sent twice is kept once. */
  private Once once(Controller controller, Point at, Ticket ticket, Filled filled) {
    Map<String, String> said = new TreeMap<>(filled.fields());
    said.remove(FieldName.TICKET);
    return new Once(
        subjects.hash(controller.id(), "form", bytes(ticket.number())),
        subjects.hash(controller.id(), "posting", bytes(at.name() + "\n" + said)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The beginning of the entry's hash, by which staff find it. Not its place in the log, which
   * tells who posts twice how much was written between, and so whether somebody was known.
   */
  private String number(Controller controller, long entry) {
    byte[] leaf = Merkle.leaf(ledgers.of(controller.id()).receipt(entry).entry()).bytes();
    String hash = HexFormat.of().formatHex(leaf);
    return hash.substring(0, 4) + "-" + hash.substring(4, 8) + "-" + hash.substring(8, 12);
  }

  private Visit visit(String controller, HttpServletRequest request) {
    return controllers
        .find(controller)
        .map(found -> Visit.of(found, request))
        .orElseThrow(() -> Kind.NO_DOOR.problem().refusal());
  }

  private static Point point(Visit visit, String name) {
    return Optional.ofNullable(visit.controller().points().get(name))
        .orElseThrow(() -> Kind.NO_POINT.problem().refusal());
  }

  private Offer offer(Visit visit, Point point) {
    Controller controller = visit.controller();
    String version = Collecting.current(controller, clock.instant()).version();
    return offers.computeIfAbsent(
        controller.id() + "/" + point.name() + "/" + version,
        k -> Offer.of(controller, point, subjects, clock.instant()));
  }

  private String ticket(Visit visit, Point point, String shown) {
    return Ticket.of(shown, clock.instant(), random).text(visit.controller(), point, subjects);
  }

  /** The version that a page of ours has shown on the way here. */
  private String shown(HttpServletRequest request, Visit visit, Point at) {
    String query = request.getQueryString();
    if (query == null) return "";
    for (String part : query.split("&", 20))
      if (part.startsWith(FieldName.SHOWN + "="))
        return Ticket.read(
                part.substring(FieldName.SHOWN.length() + 1),
                visit.controller(),
                at,
                subjects,
                clock.instant())
            .map(Ticket::shown)
            .orElse("");
    return "";
  }
}
