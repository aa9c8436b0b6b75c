// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Duties;
import dev.probity.kernel.question.Question;
import dev.probity.ledger.entry.Word;
import dev.probity.store.register.Registered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an event obliges to, and which of that this server does itself. What it does not do it
 * leaves to people and says so. Immutable.
 *
 * @param acts each with the clauses that oblige to it
 */
record Acts(String event, Duties duties, Map<String, Set<String>> acts, Question question) {
  static final String ERASE = "erase";

  /** What a block leaves of the states that the vocabulary has. */
  static final Map<String, String> STATES =
      Map.of(
          Limits.BLOCK,
          "blocked",
          Limits.HIDE,
          "hidden",
          Limits.QUARANTINE,
          "quarantined",
          "deactivate",
          "deactivated");

  static Acts on(
      String event, Controller controller, FactSheet sheet, Registered registers, Instant moment) {
    Question question = sheet.on(event, controller, registers, moment);
    Pack pack = controller.source().pack();
    Duties duties = Duties.on(event, pack, question);
    Map<String, Set<String>> acts = new TreeMap<>();
    cite(pack, "", event, duties, acts);
    for (Overlay overlay : pack.overlays())
      cite(overlay.pack(), overlay.pack().id() + ":", event, duties, acts);
    return new Acts(event, duties, acts, question);
  }

  private static void cite(
      Pack pack, String prefix, String event, Duties duties, Map<String, Set<String>> acts) {
    for (Clause clause : pack.clauses())
      if (clause instanceof Clause.Duty duty
          && duty.event().equals(event)
          && duties.because().contains(prefix + duty.cite()))
        for (Act act : duty.acts())
          acts.computeIfAbsent(act.toString(), a -> new TreeSet<>()).add(prefix + duty.cite());
  }

  /** Whether all of hers has to go, and nobody has to find out first whether it is so. */
  boolean erases() {
    return acts.containsKey(ERASE) && !event.equals("period-end") && (!verifies() || verified());
  }

  private boolean verifies() {
    return acts.keySet().stream()
        .anyMatch(act -> act.equals("verify") || act.startsWith("verify:"));
  }

  private boolean verified() {
    return question.facts().states().contains("verified")
        || question.facts().evidence().stream()
            .anyMatch(d -> d.kind().equals("identity.verified") && d.validAt(question.at()));
  }

  /** Does to her sheet what can be done there. */
  List<String> doTo(FactSheet sheet, Controller controller, Optional<String> consent) {
    List<String> done = new ArrayList<>();
    acts.forEach(
        (act, cites) -> {
          if (did(act, cites, sheet, controller, consent)) done.add(act);
        });
    if (event.equals("learned-under-age") && !done.isEmpty()) sheet.mark("declared-minor");
    return done;
  }

  private boolean did(
      String act,
      Set<String> cites,
      FactSheet sheet,
      Controller controller,
      Optional<String> consent) {
    switch (act) {
      case "record" -> {}
      case Limits.BLOCK, Limits.HIDE -> {
        if (event.equals("withdrawn")) {
          // Why not all of hers: what she took back is that consent, and what rests on it.
          if (consent.isEmpty()) return false;
          sheet.withdraw(consent.get(), question.at());
          return true;
        }
        sheet.limit(act, cites);
        sheet.mark(STATES.getOrDefault(act, act));
      }
      case "deactivate" -> sheet.mark("deactivated");
      case "verify" -> {
        return verified();
      }
      default -> {
        if (!act.startsWith("mark:")) return false;
        String state = act.substring("mark:".length());
        if (!controller.words(new ArrayList<>()).knows("state", state)) return false;
        sheet.mark(state);
      }
    }
    return true;
  }

  /** What is done once nothing of hers is left: nobody uses, shows or opens anything any more. */
  List<String> doneByErasing() {
    return acts.keySet().stream()
        .filter(
            act ->
                switch (act) {
                  case "record", "verify", "deactivate", Limits.BLOCK, Limits.HIDE -> true;
                  default -> false;
                })
        .toList();
  }

  /**
   * As the log writes acts and clauses: {@code mark:disputed} is {@code mark.disputed}, and {@code
   * gdpr:ID} of an overlay is {@code gdpr.ID}.
   */
  static List<Word> words(Collection<String> acts) {
    return acts.stream().map(act -> new Word(act.replace(':', '.'))).toList();
  }

  /** Acts as the log wrote them. */
  static List<String> texts(List<Word> acts) {
    return acts.stream().map(act -> act.text().replaceFirst("\\.", ":")).toList();
  }

  Map<String, Object> tree(List<String> done, Map<String, Object> whyNot) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("because", duties.because());
    tree.put("done", done.stream().sorted().toList());
    List<Map<String, Object>> owed = new ArrayList<>();
    acts.forEach(
        (act, cites) -> {
          if (done.contains(act)) return;
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("act", act);
          one.put("because", cites);
          one.put("by", by(act));
          if (act.equals(ERASE)) one.putAll(whyNot);
          if (act.equals(ERASE) && verifies() && !verified()) one.put("after", "verify");
          owed.add(one);
        });
    tree.put("owed", owed);
    return tree;
  }

  /** Who has to do what the server does not. */
  private static String by(String act) {
    return switch (act.split(":", 2)[0]) {
      case "carry", "limit", "protect" -> "whoever uses or gives out the data";
      default -> "staff";
    };
  }
}
