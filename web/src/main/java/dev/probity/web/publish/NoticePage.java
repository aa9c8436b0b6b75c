// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.publish;

import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Said;
import dev.probity.notice.pack.Verb;
import dev.probity.web.decide.Controller;
import dev.probity.web.page.Html;
import dev.probity.web.page.Language;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One version of a notice: its own text, each sentence with the clauses that hold the company to
 * it, or else those clauses alone, called what they are. Immutable.
 *
 * @param current whether it is the one in force
 * @param form where to go on to
 */
record NoticePage(
    Controller controller,
    PackSource source,
    Optional<Published> text,
    Language language,
    boolean current,
    Versions versions,
    Optional<String> form) {
  void write(Html html) {
    html.all("h1", language.of("Privacy notice", "Integritetspolicy"));
    facts(html);
    versions.coming(html);
    if (!current)
      box(
          html,
          language.of(
              "This version is no longer in force, or not yet.",
              "Den här versionen gäller inte längre, eller inte än."));
    Set<String> placed = new LinkedHashSet<>();
    text.ifPresentOrElse(t -> sentences(html, t, placed), () -> summary(html));
    text.ifPresent(t -> clauses(html, placed));
    goOn(html);
    digests(html);
    versions.list(html);
  }

  private void facts(Html html) {
    html.open("dl", "class", "facts");
    fact(html, language.of("Version", "Version"), source.header().version());
    fact(
        html,
        language.of("In force since", "Gäller från"),
        source.header().inForce().atZone(ZoneOffset.UTC).toLocalDate().toString());
    html.close("dl");
  }

  /** Below all else: for who checks, and nothing that anybody should have to read past. */
  private void digests(Html html) {
    html.all("h2", language.of("To check it by", "Att kontrollera mot"));
    html.open("dl");
    text.ifPresent(
        t -> fact(html, language.of("SHA-256 of the text", "Textens SHA-256"), t.sha256()));
    fact(
        html,
        language.of("What our systems run by", "Det våra system följer"),
        source.pack().name());
    html.close("dl");
  }

  private static void fact(Html html, String name, String value) {
    html.all("dt", name).all("dd", value);
  }

  private static void box(Html html, String sentence) {
    html.open("div", "class", "box heed").all("p", sentence).close("div");
  }

  private void notSpoken(Html html) {
    box(
        html,
        language.of(
            "This notice is not there in English.", "Den här policyn finns inte på svenska."));
  }

  private void sentences(Html html, Published text, Set<String> placed) {
    if (!text.language().equals(language.code())) notSpoken(html);
    List<Published.Sentence> all = text.sentences();
    int at = 0;
    while (at < all.size()) {
      int end = at + 1;
      while (end < all.size() && !all.get(end).begins()) end++;
      String element = end == at + 1 && isHeading(all.get(at)) ? "h2" : "p";
      html.open(element, "lang", text.language());
      for (int i = at; i < end; i++) sentence(html, all.get(i), i + 1, placed);
      html.close(element);
      at = end;
    }
  }

  /** Where the pack found no more in it than that. */
  private boolean isHeading(Published.Sentence sentence) {
    return sentence.text().length() < 120
        && !sentence.clauses().isEmpty()
        && sentence.clauses().stream()
            .map(id -> source.entries().get(id))
            .allMatch(e -> e != null && e.verb() == Verb.INFORM && e.value().equals("heading"));
  }

  private void sentence(Html html, Published.Sentence sentence, int number, Set<String> placed) {
    html.open("span", "class", "sentence", "id", "s" + number);
    // Why inside: one sentence may be the first place of several clauses.
    for (String clause : sentence.clauses())
      if (placed.add(clause)) html.open("span", "id", clause).close("span");
    html.text(sentence.text() + " ").close("span");
    for (String clause : sentence.clauses())
      if (isSaid(clause)) html.all("a", clause, "class", "cite", "href", "#clause-" + clause);
      else html.all("span", clause, "class", "cite");
    html.text(" ");
  }

  private void clauses(Html html, Set<String> placed) {
    html.all(
        "h2", language.of("What each sentence holds us to", "Vad varje mening binder oss till"));
    html.open("dl");
    for (String id : placed) {
      Entry entry = source.entries().get(id);
      if (entry == null || entry.says().isEmpty()) continue;
      html.open("dt", "id", "clause-" + id).all("a", id, "href", "#" + id).close("dt");
      html.said("dd", new Said(entry.says()), language);
    }
    html.close("dl");
  }

  private boolean isSaid(String id) {
    Entry entry = source.entries().get(id);
    return entry != null && !entry.says().isEmpty();
  }

  private void summary(Html html) {
    box(
        html,
        language.of(
            "This is not the wording of the notice. It is what our systems were told it says,"
                + " sentence by sentence, and what they do.",
            "Det här är inte policyns ordalydelse. Det är vad våra system har fått veta att den"
                + " säger, mening för mening, och vad de gör."));
    if (!source.header().languages().contains(language.code())) notSpoken(html);
    html.open("ul", "class", "clauses");
    // Why sorted: the ids follow the notice, the files of a pack do not.
    for (String id : new TreeSet<>(source.entries().keySet())) {
      Entry entry = source.entries().get(id);
      if (entry == null || entry.says().isEmpty()) continue;
      html.open("li", "id", id).said("span", new Said(entry.says()), language);
      html.all("span", id, "class", "cite").close("li");
    }
    html.close("ul");
  }

  private void goOn(Html html) {
    form.ifPresent(
        address ->
            html.open("p")
                .all(
                    "a",
                    language.of(
                        "I have seen it. On to the form",
                        "Jag har sett den. Vidare till formuläret"),
                    "class",
                    "button",
                    "href",
                    address)
                .close("p"));
  }
}
