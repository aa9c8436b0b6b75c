// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.publish;

import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Said;
import dev.probity.notice.vocabulary.Word;
import dev.probity.web.decide.Controller;
import dev.probity.web.page.Html;
import dev.probity.web.page.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The versions of a notice on its page: those that are still to come first and on top, and of each
 * what it changes. Immutable.
 */
record Versions(Controller controller, Publication publication, Language language, Instant now) {
  /** What is going to hold, before the text of what holds. */
  void coming(Html html) {
    for (PackSource version : controller.source().versions())
      if (version.header().inForce().isAfter(now))
        publication.changed(controller, version).ifPresent(c -> coming(html, version, c));
  }

  private void coming(Html html, PackSource version, Changed changed) {
    boolean heeded = changed.material() && publication.highlights(controller);
    html.open("div", "class", heeded ? "box heed" : "box", "id", "coming-" + name(version));
    html.open("p");
    html.text(language.of("From ", "Från och med "));
    html.all("strong", day(version));
    html.text(language.of(" ", " är det "));
    link(html, version, language.of("another version", "en annan version"));
    html.text(language.of(" governs.", " som gäller."));
    html.close("p");
    if (changed.material())
      html.all(
          "p",
          language.of(
              "It changes what we may do with data that we hold already. Until it has been shown to"
                  + " you, the version governs under which you gave them.",
              "Den ändrar vad vi får göra med uppgifter som vi redan har. Tills den har visats för"
                  + " dig gäller den version som du lämnade dem under."));
    changes(html, changed);
    html.close("div");
  }

  /** All of them, newest first. */
  void list(Html html) {
    List<PackSource> versions = controller.source().versions();
    if (versions.size() < 2) return;
    html.all("h2", language.of("All versions", "Alla versioner"));
    html.open("ul", "id", "versions");
    for (PackSource version : versions) {
      html.open("li");
      link(html, version, name(version));
      html.text(
          (version.header().inForce().isAfter(now)
                  ? language.of(" – in force from ", " – gäller från och med ")
                  : language.of(" – in force since ", " – gäller sedan "))
              + day(version));
      publication.changed(controller, version).ifPresent(changed -> changes(html, changed));
      html.close("li");
    }
    html.close("ul");
  }

  private void changes(Html html, Changed changed) {
    html.open("ul");
    if (changed.material() && !changed.tell().isEmpty())
      html.open("li")
          .all(
              "strong",
              language.of("More may be done with: ", "Mer får göras med: ")
                  + changed.tell().stream().map(this::label).collect(Collectors.joining("; ")))
          .close("li");
    changed.entries().forEach(entry -> said(html, language.of("New: ", "Nytt: "), entry));
    changed.gone().forEach(entry -> said(html, language.of("No longer: ", "Inte längre: "), entry));
    html.close("ul");
  }

  private void said(Html html, String when, Entry entry) {
    String says = new Said(entry.says()).in(language.code());
    html.open("li").text(when + (says.isEmpty() ? "" : says + " "));
    html.all("span", entry.id(), "class", "cite").close("li");
  }

  private String label(String element) {
    Word word = controller.source().lexicon().section("data").get(element);
    String label = new Said(word == null ? Map.of() : word.labels()).in(language.code());
    return Optional.of(label).filter(l -> !l.isEmpty()).orElse(element);
  }

  private void link(Html html, PackSource version, String words) {
    String address = "/notices/" + controller.id() + "/" + name(version);
    html.all("a", words, "href", address + "?lang=" + language.code());
  }

  private static String name(PackSource version) {
    return version.header().version();
  }

  private static String day(PackSource version) {
    return version.header().inForce().atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
