// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.problem;

import dev.probity.web.page.Html;
import dev.probity.web.page.Language;
import dev.probity.web.page.Page;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as a page in the reader's language: no word on it is from what was sent.
 * Stateless.
 */
public final class ProblemPage {
  /** Doors whose refusals openapi.json describes, as problems. */
  private static final List<String> DESCRIBED = List.of("/v1/", "/unsubscribe/", "/pixel/");

  private ProblemPage() {}

  /** Whether a person's browser asks, and not a program at a door for programs. */
  public static boolean isWanted(HttpServletRequest request) {
    @Nullable String accepted = request.getHeader("Accept");
    Object first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = first instanceof String uri ? uri : request.getRequestURI();
    return accepted != null
        && accepted.contains("text/html")
        && DESCRIBED.stream().noneMatch(path::startsWith);
  }

  static String of(Problem problem, HttpServletRequest request) {
    Language language = Language.of(request, List.of(Language.values()));
    String title = title(problem.status(), language);
    return new Page(language, title, "", List.of())
        .with(html -> write(html, problem, title, language));
  }

  private static void write(Html html, Problem problem, String title, Language language) {
    html.all("h1", title).all("p", sentence(problem.status(), language), "class", "lead");
    @Nullable Object reference = problem.more().get("reference");
    if (reference == null) return;
    html.open("p").text(language.of("Reference: ", "Referens: "));
    html.all("span", reference.toString(), "class", "number").close("p");
  }

  private static String title(int status, Language language) {
    return switch (status) {
      case 404 -> language.of("There is no page here", "Här finns ingen sida");
      case 429 -> language.of("Wait a moment", "Vänta lite");
      case 503 -> language.of("We cannot answer just now", "Vi kan inte svara just nu");
      default ->
          status >= 500
              ? language.of("Something went wrong with us", "Något gick fel hos oss")
              : language.of("This did not work", "Det gick inte");
    };
  }

  private static String sentence(int status, Language language) {
    return switch (status) {
      case 404 ->
          language.of(
              "The address may be misspelt, or what was here is gone. Nothing was sent and nothing"
                  + " was kept.",
              "Adressen kan vara felskriven, eller så är det som fanns här borta. Inget har"
                  + " skickats och inget har sparats.");
      case 429 ->
          language.of(
              "Too much was sent from where you are. Wait a minute, then try again.",
              "För mycket har skickats härifrån. Vänta en minut och försök igen.");
      case 503 ->
          language.of(
              "Try again in a few minutes. What you sent just now may not have been kept.",
              "Försök igen om några minuter. Det du skickade nyss har kanske inte sparats.");
      default ->
          status >= 500
              ? language.of(
                  "It is our mistake, not yours. Try again; if it goes on, tell us and name the"
                      + " reference.",
                  "Det är vårt fel, inte ditt. Försök igen; om det fortsätter, hör av dig och uppge"
                      + " referensen.")
              : language.of(
                  "What your browser sent cannot be read here. Go back and try again; nothing was"
                      + " kept.",
                  "Det webbläsaren skickade går inte att läsa här. Gå tillbaka och försök igen;"
                      + " inget har sparats.");
    };
  }
}
