// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.publish;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Point;
import dev.probity.store.subject.Subjects;
import dev.probity.web.decide.Controller;
import dev.probity.web.decide.Controllers;
import dev.probity.web.page.Language;
import dev.probity.web.page.Page;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Notices as pages, version by version. One that is read on the way to a form is known there to
 * have been shown. Safe for any number of threads.
 */
@RestController
public final class NoticeDoors {
  private final Controllers controllers;
  private final Notices notices;
  private final Publication publication;
  private final Subjects subjects;
  private final InstantSource clock;
  private final SecureRandom random;

  public NoticeDoors(
      Controllers controllers,
      Notices notices,
      Publication publication,
      Subjects subjects,
      InstantSource clock,
      SecureRandom random) {
    this.controllers = controllers;
    this.notices = notices;
    this.publication = publication;
    this.subjects = subjects;
    this.clock = clock;
    this.random = random;
  }

  @GetMapping(path = "/notices/{controller}", produces = MediaType.TEXT_HTML_VALUE)
  void current(
      @PathVariable String controller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Controller found = controller(controller);
    answer(found, current(found.source()), request, response);
  }

  @GetMapping(path = "/notices/{controller}/{version}", produces = MediaType.TEXT_HTML_VALUE)
  void version(
      @PathVariable String controller,
      @PathVariable String version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Controller found = controller(controller);
    PackSource named =
        found.source().versions().stream()
            .filter(source -> source.header().version().equals(version))
            .findFirst()
            .orElseThrow(() -> Kind.NO_DOOR.problem().refusal());
    answer(found, named, request, response);
  }

  private Controller controller(String name) {
    return controllers.find(name).orElseThrow(() -> Kind.NO_DOOR.problem().refusal());
  }

  /** The version in force; where none is yet, the first. */
  private PackSource current(PackSource source) {
    Instant now = clock.instant();
    List<PackSource> versions = source.versions();
    return versions.stream()
        .filter(version -> !version.header().inForce().isAfter(now))
        .findFirst()
        .orElseGet(versions::getLast);
  }

  private void answer(
      Controller controller,
      PackSource version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    List<Language> spoken = Language.spoken(version);
    Language language = Language.of(request, spoken);
    Optional<Published> text =
        notices.of(controller.id(), version.header().version(), language.code());
    Optional<Point> form = form(controller, request.getQueryString());
    String path =
        "/notices/" + controller.id() + "/" + version.header().version() + "?" + suffix(form);
    Page page =
        new Page(
            language,
            language.of("Privacy notice", "Integritetspolicy"),
            version.header().controller(),
            spoken.stream().map(l -> new Page.Other(l, path + "lang=" + l.code())).toList());
    boolean now =
        version.header().version().equals(current(controller.source()).header().version());
    NoticePage notice =
        new NoticePage(
            controller,
            version,
            text,
            language,
            now,
            new Versions(controller, publication, language, clock.instant()),
            form.map(f -> way(controller, f, version, language)));
    Page.answer(response, 200, page.with(notice::write));
  }

  private static String suffix(Optional<Point> form) {
    return form.map(f -> "form=" + f.name() + "&").orElse("");
  }

  private static Optional<Point> form(Controller controller, @Nullable String query) {
    if (query == null) return Optional.empty();
    for (String part : query.split("&", 20))
      if (part.startsWith("form="))
        return Optional.ofNullable(controller.points().get(part.substring("form=".length())));
    return Optional.empty();
  }

  /** To the form, with the mark that this version was shown. */
  private String way(Controller controller, Point form, PackSource version, Language language) {
    String ticket =
        Ticket.of(version.header().version(), clock.instant(), random)
            .text(controller, form, subjects);
    return "/forms/"
        + controller.id()
        + "/"
        + form.name()
        + "?lang="
        + language.code()
        + "&shown="
        + ticket;
  }
}
