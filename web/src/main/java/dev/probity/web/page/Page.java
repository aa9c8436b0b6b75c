// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * A page of one controller. It loads our own style sheet and nothing else, runs no script, and is
 * sent to nobody but us. Immutable.
 *
 * @param controller its name, for people; empty where the page is nobody's
 * @param languages those in which the page can be had, with the addresses
 */
public record Page(Language language, String title, String controller, List<Other> languages) {
  /** The style sheet of all pages. */
  public static final String STYLE = "/style.css";

  /** What browsers may load and do on a page of ours. */
  public static final String POLICY =
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** The same page in another language. */
  public record Other(Language language, String address) {}

  /** The whole document around a body. */
  public String with(Consumer<Html> body) {
    Html html = new Html();
    html.open("html", "lang", language.code()).open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.open("link", "rel", "stylesheet", "href", STYLE);
    html.all("title", controller.isEmpty() ? title : title + " – " + controller);
    html.close("head").open("body");
    html.all(
        "a", language.of("To the content", "Till innehållet"), "class", "skip", "href", "#main");
    if (!controller.isEmpty()) {
      html.open("header").open("div", "class", "top").all("p", controller, "class", "who");
      if (languages.size() > 1) languages(html);
      html.close("div").close("header");
    }
    html.open("main", "id", "main", "tabindex", "-1");
    body.accept(html);
    html.close("main").close("body").close("html");
    return "<!doctype html>\n" + html;
  }

  private void languages(Html html) {
    html.open("nav", "aria-label", language.of("Language", "Språk")).open("ul");
    for (Other other : languages) {
      String name = other.language() == Language.EN ? "English" : "Svenska";
      html.open("li");
      if (other.language() == language) html.all("span", name, "aria-current", "true");
      else
        html.all(
            "a",
            name,
            "href",
            other.address(),
            "lang",
            other.language().code(),
            "hreflang",
            other.language().code());
      html.close("li");
    }
    html.close("ul").close("nav");
  }

  /** Answers a request with a page. */
  public static void answer(HttpServletResponse response, int status, String html)
      throws IOException {
    send(response, status, "text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpServletResponse response, int status, String type, byte[] bytes)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
