// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.ChoiceRule;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.PointRule;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Floor;
import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Packs in which everything that is said can be seen in some answer. */
final class Designed {
  private static final Instant FROM = Instant.parse("2021-05-06T00:00:00Z");
  private static final List<Act> RECORD = List.of(new Act("record", ""));

  private Designed() {}

  private static final Vocabulary WORDS =
      new Vocabulary(
          Map.of(
              Dimension.ACTION,
              new Tree(
                  Map.of("collect", "", "use", "", "disclose", "", "disclose.sell", "disclose")),
              Dimension.DATA,
              new Tree(Map.of("d1", "", "d1.x", "d1", "d2", "", "d3", "", "d4", "")),
              Dimension.PURPOSE,
              new Tree(Map.of("ads", "", "ads.own", "ads", "care", "")),
              Dimension.RECIPIENT,
              new Tree(Map.of("partner", "", "partner.lab", "partner", "clinic", "")),
              Dimension.POINT,
              new Tree(Map.of("form", "", "app", "")),
              Dimension.SOURCE,
              new Tree(Map.of("subject", "", "subject.device", "subject", "bought", "")),
              Dimension.TECHNOLOGY,
              new Tree(Map.of("none", "", "cookie", ""))),
          new Tree(Map.of("order", "", "order.court", "order", "licence", "", "deid.passed", "")),
          Map.of(
              "d1", new Floor(DataClass.PII, Map.of("covered-entity", DataClass.PHI)),
              "d2", new Floor(DataClass.PUBLIC, Map.of()),
              "d3", new Floor(DataClass.PUBLIC, Map.of())),
          new Regions(Map.of("EEA", Set.of("DE", "SE"))));

  private static Pack pack(String id, List<Clause> clauses, List<Overlay> overlays) {
    return new Pack(
        id,
        "v1",
        FROM,
        "d",
        WORDS,
        clauses,
        Map.of("form", new PointRule("care", "subject.device")),
        Map.of(
            "mail",
            new ConsentRule(
                ConsentLevel.IMPLIED,
                Map.of("US", ConsentLevel.OPT_OUT, "US/sms", ConsentLevel.WRITTEN))),
        Map.of("dnt", new ChoiceRule(Set.of("off"), false)),
        Map.of(
            "order", new EvidenceRule(FROM.plusSeconds(86_400L * 20), null),
            "licence", new EvidenceRule(null, Period.ofDays(30))),
        overlays);
  }

  private static Match match(DataClass bound, Object... terms) {
    Map<Dimension, Terms> all = new EnumMap<>(Dimension.class);
    for (int i = 0; i < terms.length; i += 2) {
      all.put((Dimension) terms[i], (Terms) terms[i + 1]);
    }
    return new Match(all, bound);
  }

  /** Clauses of every kind, together restricting every dimension and the class. */
  static Pack matching() {
    Condition region = new Condition.Region(Whose.SUBJECT, Set.of("SE"));
    Condition state = new Condition.State("s");
    Condition relation = new Condition.Relation("r");
    List<Clause> clauses = new ArrayList<>();
    clauses.add(
        new Clause.Permit(
            "P0",
            "P0",
            match(
                null,
                Dimension.ACTION,
                Terms.of("collect", "disclose.sell"),
                Dimension.DATA,
                Terms.of("d1", "d2")),
            List.of(relation),
            RECORD));
    clauses.add(
        new Clause.Permit(
            "P1",
            "P1",
            match(
                DataClass.PII,
                Dimension.ACTION,
                Terms.of("use", "disclose"),
                Dimension.PURPOSE,
                Terms.of("ads"),
                Dimension.SOURCE,
                Terms.anyBut("bought")),
            List.of(relation),
            RECORD));
    clauses.add(
        new Clause.Permit(
            "P2",
            "P2",
            match(
                null, Dimension.PURPOSE, Terms.anyBut("ads.own"), Dimension.POINT, Terms.of("app")),
            List.of(relation),
            List.of(new Act("tell", "subject"))));
    clauses.add(
        new Clause.Permit(
            "P3",
            "P3",
            match(null, Dimension.DATA, Terms.of("d3"), Dimension.PURPOSE, Terms.of("care")),
            List.of(relation),
            List.of()));
    clauses.add(
        new Clause.Forbid(
            "F1",
            "F1",
            match(
                null,
                Dimension.ACTION,
                Terms.of("disclose.sell"),
                Dimension.RECIPIENT,
                Terms.anyBut("clinic")),
            List.of(),
            List.of(state),
            Set.of("P2"),
            List.of(new Act("mark", ""))));
    clauses.add(
        new Clause.Close(
            "C1",
            "C1",
            match(DataClass.PII, Dimension.DATA, Terms.of("d3", "d4")),
            List.of(),
            List.of(state)));
    clauses.add(
        new Clause.Require(
            "R1",
            "R1",
            match(null, Dimension.SOURCE, Terms.of("subject.device")),
            List.of(),
            List.of(state),
            new Condition.Channel(ChannelLevel.SECURE)));
    clauses.add(
        new Clause.Outside(
            "O1",
            "O1",
            match(
                DataClass.NON_PII,
                Dimension.TECHNOLOGY,
                Terms.of("cookie"),
                Dimension.RECIPIENT,
                Terms.of("partner")),
            List.of(region),
            "elsewhere"));
    Pack law =
        pack(
            "law",
            List.of(
                new Clause.Forbid(
                    "L1", "L1", match(null), List.of(region), List.of(relation), Set.of(), RECORD)),
            List.of());
    Overlay over =
        new Overlay(
            "L",
            match(null, Dimension.ACTION, Terms.of("use")),
            List.of(new Condition.Role("covered-entity")),
            law);
    return pack("notice", clauses, List.of(over));
  }

  /** A permit for each of the conditions. */
  private static Pack permits(Condition... conditions) {
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < conditions.length; i++) {
      String id = "P" + i;
      clauses.add(new Clause.Permit(id, id, match(null), List.of(conditions[i]), RECORD));
    }
    return pack("notice", clauses, List.of());
  }

  /** Two versions: what the second permits anew, and what it takes back. */
  static History versions(History.Pin pin, int laterBy, Condition... until) {
    Pack first = permits(new Condition.State("s"), new Condition.Relation("r"));
    Pack second = matching();
    Pack later =
        new Pack(
            second.id(),
            "v2",
            FROM.plusSeconds(laterBy),
            "d2",
            second.vocabulary(),
            second.clauses(),
            second.points(),
            second.consents(),
            second.choices(),
            second.evidence(),
            second.overlays());
    return new History(List.of(first, later), pin, List.of(until), "PIN");
  }

  static Pack consents() {
    return permits(
        new Condition.Consent("mail", null, Set.of(), false),
        new Condition.Consent("mail", ConsentLevel.OPT_IN, Set.of(Tie.PURPOSE), false),
        new Condition.Consent("share", ConsentLevel.WRITTEN, Set.of(Tie.RECIPIENT), false),
        new Condition.Consent("share", null, Set.of(Tie.DATA, Tie.SUBJECT), true));
  }

  static Pack evidence() {
    return permits(
        new Condition.Evidence(Set.of("order"), Set.of(Tie.PURPOSE)),
        new Condition.Evidence(Set.of("licence"), Set.of()),
        new Condition.Region(Whose.SUBJECT, Set.of("US-CA", "EEA")));
  }

  static Pack others() {
    return permits(
        new Condition.Choice(Set.of("dnt"), Set.of("off"), Set.of()),
        new Condition.Choice(Set.of("modes"), Set.of(), Set.of(Tie.MODE)),
        new Condition.Region(Whose.SUBJECT, Set.of("US-CA", "EEA")),
        new Condition.Age(Whose.SUBJECT, true, 13, true),
        new Condition.Age(Whose.ACTOR, false, 18, false),
        new Condition.Role("processor"),
        new Condition.State("s"),
        new Condition.Relation("r"),
        new Condition.Notice("presented"),
        new Condition.Channel(ChannelLevel.PROTECTED));
  }
}
