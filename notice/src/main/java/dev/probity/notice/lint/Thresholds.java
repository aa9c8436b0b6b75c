// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.text.Traced;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code undefined-threshold}: a sentence rests on a number and neither it nor the pack gives one.
 * Three kinds of words do: aggregate or anonymous data (a number of people, or a test such as
 * "neither directly nor indirectly" anywhere in the notice), doing something promptly (a time in
 * the duty's {@code within} or in a section that keeps the clause), and taking nothing from
 * children (an age; here only the sentence counts, since an age condition cannot be written without
 * one). "Reasonable" as an adjective of effort is no threshold. And {@code unstated-period}: how
 * long something lasts is said to be some time. English and Swedish. Stateless.
 */
final class Thresholds {
  private static final Pattern MANY =
      Phrase.of(
          "\\b(?:aggregated?|anonymous(?:ly)?|anonymi[sz]ed"
              + "|aggregera(?:d|t|de)|anonym(?:a|t)?|anonymisera(?:d|t|de)|avidentifiera(?:d|t|de)?)\\b");
  private static final Pattern TEST =
      Phrase.of("\\bdirectly (?:or|nor) indirectly\\b|\\bdirekt (?:eller|och) indirekt\\b");
  private static final Pattern SOON =
      Phrase.of(
          "\\b(?:promptly|as soon as (?:\\w{1,20} )?(?:possible|practicable)|without undue delay"
              + "|within a reasonable time|skyndsamt|så snart (?:som )?(?:\\w{1,20} )?möjligt"
              + "|utan (?:onödigt )?dröjsmål|inom rimlig tid)\\b");
  private static final Pattern CHILDREN =
      Phrase.of("\\bfrom (?:a )?(?:child|children|minors?)\\b|\\bfrån (?:barn|minderåriga?)\\b");

  /** "For a period of time" and no word on which. */
  private static final Pattern SOME_TIME =
      Phrase.of(
          "\\bfor (?:an?|some|any)"
              + " (?:(?:certain|limited|short|long|longer|further|reasonable|unspecified)"
              + " )?(?:period(?: of time)?|(?:amount|length) of time)(?!\\w| (?:of|that|"
              + "which|as|not|no|up|until|necessary|needed|required|permitted|allowed|consistent|agreed|set|described|during|in)\\b)|\\bfor"
              + " some time\\b|\\bunder en (?:viss|begränsad|kortare|längre)"
              + " (?:tid|period|tidsperiod)\\b(?! (?:som|om|av|på|upp))");

  private Thresholds() {}

  /** {@code unstated-period}: whatever the operator set, its reader is not told. */
  static List<Found> unstatedPeriod(PackSource source, Printed notice) {
    return notice.each(
        text -> Phrase.in(text, SOME_TIME) && !Phrase.number(text),
        "this lasts \"a period of time\", and the notice does not say how long that is",
        "say how long, or what it goes by");
  }

  static List<Found> undefined(PackSource source, Printed notice) {
    List<Found> found = new ArrayList<>();
    boolean tested =
        notice.sentences().stream()
            .map(s -> s.unit().text())
            .anyMatch(t -> Phrase.in(t, MANY) && Phrase.in(t, TEST));
    Predicate<Traced> numbered =
        s -> notice.citing(s, source).stream().anyMatch(e -> numbered(e, source));
    for (Traced sentence : notice.sentences()) {
      String text = sentence.unit().text();
      if (Phrase.number(text) || notice.heading(sentence, source)) continue;
      if (Phrase.in(text, CHILDREN))
        found.add(
            notice.at(
                sentence,
                "this does not say up to what age somebody is a child",
                "say the age in the notice; the pack's stands in its age condition"));
      else if (Phrase.in(text, SOON) && !numbered.test(sentence))
        found.add(
            notice.at(
                sentence,
                "nothing says how soon this must be done",
                "set the operator's time under `within`"));
      else if (Phrase.in(text, MANY) && !tested && !numbered.test(sentence))
        found.add(
            notice.at(
                sentence,
                "nothing says when data counts as aggregate or anonymous",
                "set the number in the pack; until then ask for a passed test on file"));
    }
    return found;
  }

  /** Whether the pack gives the row a number or a time of its own. */
  private static boolean numbered(Entry head, PackSource source) {
    for (Entry entry : source.entriesOf(head.row())) {
      for (Clause clause : entry.clauses()) {
        if (clause instanceof Clause.Duty d
            && !(d.within().operator() + d.within().law()).isEmpty()) return true;
      }
      for (Section section : source.keeping(entry.id())) {
        if (numbered(section.node(), section)) return true;
      }
    }
    return false;
  }

  /** Whether a value of the section holds a digit; the ids it keeps are no values. */
  private static boolean numbered(Node node, Section section) {
    return switch (node) {
      case Node.Text text ->
          !section.keeps().contains(text.value())
              && text.value().chars().anyMatch(Character::isDigit);
      case Node.Items items -> items.items().stream().anyMatch(i -> numbered(i, section));
      case Node.Fields fields ->
          fields.fields().values().stream().anyMatch(f -> numbered(f.value(), section));
    };
  }
}
