// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Nearest;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words a pack may use: the shared vocabulary and what the pack itself declares. Looks words up
 * and complains of unknown ones with the nearest known. One thread.
 *
 * @param declared names the pack declares by section: recipients, points, consents, choices
 */
public record Words(Lexicon lexicon, Map<String, Set<String>> declared, List<Fault> faults) {
  public boolean knows(String section, String word) {
    return lexicon.knows(section, word) || declared.getOrDefault(section, Set.of()).contains(word);
  }

  /** With what packs laid over this one ask for: a question's facts may name that too. */
  Words with(Collection<PackSource> laid) {
    Map<String, Set<String>> all = new HashMap<>(declared);
    for (PackSource law : laid) {
      for (String section : List.of("consent", "choice")) {
        Set<String> names = new TreeSet<>(all.getOrDefault(section, Set.of()));
        law.section(section + "s").forEach(s -> names.add(s.name()));
        all.put(section, names);
      }
    }
    return new Words(lexicon, all, faults);
  }

  /** The word, whether known or not; an unknown one is a fault. */
  public String check(String section, String word, Where where) {
    if (knows(section, word)) return word;
    List<String> known = new ArrayList<>(lexicon.section(section).keySet());
    known.addAll(declared.getOrDefault(section, Set.of()));
    faults.add(
        new Fault(
            "PRB-N013",
            "`" + word + "` is not a known " + section,
            Nearest.fix(word, known) + declaring(section),
            where));
    return word;
  }

  private static String declaring(String section) {
    return section.equals("recipient") ? "; or declare your own under `recipients`" : "";
  }

  /** All words of a field, checked. */
  public Set<String> checked(Form form, String key, String section) {
    Set<String> words = new LinkedHashSet<>();
    for (Node item : form.oneOrMany(key)) {
      if (item instanceof Node.Text text) words.add(check(section, text.value(), text.where()));
      else
        form.fault(
            "PRB-N012",
            "`" + key + "` holds words, not " + item.kind(),
            "write one word or a list of words",
            item.where());
    }
    return words;
  }

  public Set<String> all(String section) {
    Set<String> all = new TreeSet<>(lexicon.section(section).keySet());
    all.addAll(declared.getOrDefault(section, Set.of()));
    return all;
  }
}
