// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

import java.util.Map;

/**
 * The page's own words in one language. Immutable.
 *
 * @param names of the states
 * @param reasons what each state means
 */
record Words(
    String language,
    String title,
    String intro,
    String skip,
    String sentencesTraced,
    String promisesKept,
    String promisesDecided,
    String of,
    String bar,
    Map<Heat, String> names,
    Map<Heat, String> reasons,
    String needs,
    String untraced,
    String lost,
    String lostWhy,
    String failing,
    String clauses,
    String clause,
    String state,
    String says,
    String where,
    String proof,
    Map<String, String> places,
    String madeBy) {

  static Words in(String language) {
    return language.equals("sv") ? SWEDISH : ENGLISH;
  }

  private static final Words ENGLISH =
      new Words(
          "en",
          "Promise coverage",
          "How far each sentence of this notice is shown to be kept. Point at a sentence, or move"
              + " to it with the Tab key, to see the clauses it is traced to.",
          "Skip to the notice",
          "sentences traced",
          "promises kept",
          "promises decided",
          "of",
          "Sentences by state",
          Map.of(
              Heat.KEPT, "Kept",
              Heat.DECIDED, "Decided",
              Heat.OPEN, "Open",
              Heat.CONTROL, "Control",
              Heat.INFORMATION, "Information",
              Heat.UNTRACED, "Untraced"),
          Map.of(
              Heat.KEPT, "shown at the place where it must be shown",
              Heat.DECIDED,
                  "the answer is right; that a running system follows it is not shown yet",
              Heat.OPEN, "not shown yet",
              Heat.CONTROL, "kept by evidence that people hold, such as a contract or a probe",
              Heat.INFORMATION, "promises nothing that could be broken",
              Heat.UNTRACED, "no clause says what it means"),
          "Needs",
          "Untraced sentences",
          "Lost sentences",
          "The pack was traced to these; the notice no longer has them.",
          "Failing scenarios",
          "Clauses",
          "Clause",
          "State",
          "In our words",
          "Sentences",
          "Proved at:",
          Map.of(
              "kernel", "decision",
              "server", "server",
              "browser", "browser",
              "desk", "rights desk"),
          "Made by Probity from");

  private static final Words SWEDISH =
      new Words(
          "sv",
          "Löftestäckning",
          "Hur långt det är visat att varje mening i texten hålls. Peka på en mening, eller gå till"
              + " den med tabbtangenten, för att se vilka klausuler den hör till.",
          "Hoppa till texten",
          "meningar spårade",
          "löften hållna",
          "löften avgjorda",
          "av",
          "Meningar efter läge",
          Map.of(
              Heat.KEPT, "Hålls",
              Heat.DECIDED, "Avgjord",
              Heat.OPEN, "Öppen",
              Heat.CONTROL, "Kontroll",
              Heat.INFORMATION, "Upplysning",
              Heat.UNTRACED, "Ospårad"),
          Map.of(
              Heat.KEPT, "visat på den plats där det måste visas",
              Heat.DECIDED, "svaret är rätt; att ett system i drift följer det är ännu inte visat",
              Heat.OPEN, "ännu inte visat",
              Heat.CONTROL, "hålls genom underlag som människor har, till exempel ett avtal",
              Heat.INFORMATION, "lovar ingenting som kan brytas",
              Heat.UNTRACED, "ingen klausul säger vad den betyder"),
          "Saknas",
          "Ospårade meningar",
          "Försvunna meningar",
          "Paketet var spårat till dessa; texten har dem inte längre.",
          "Scenarier som inte går igenom",
          "Klausuler",
          "Klausul",
          "Läge",
          "Med våra ord",
          "Meningar",
          "Visas i:",
          Map.of(
              "kernel", "beslut",
              "server", "server",
              "browser", "webbläsare",
              "desk", "rättighetsdisk"),
          "Gjord av Probity ur");
}
