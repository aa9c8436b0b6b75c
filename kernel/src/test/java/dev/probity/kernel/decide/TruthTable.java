// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import static dev.probity.kernel.term.Truth.FALSE;
import static dev.probity.kernel.term.Truth.TRUE;
import static dev.probity.kernel.term.Truth.UNKNOWN;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.ChoiceRule;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Given;
import dev.probity.kernel.term.Truth;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every kind of condition against the facts that make it true, false and unknown. */
final class TruthTable {
  /**
   * @param condition read with these facts by {@link #QUESTIONED} at {@link #AT}
   */
  record Row(String name, Condition condition, Facts facts, Truth truth) {}

  static final Instant AT = Instant.parse("2022-03-01T12:00:00Z");
  static final String ELEMENT = "health.sign";
  static final String PURPOSE = "ads.own";
  static final String RECIPIENT = "partner";
  static final Map<Tie, String> TIES =
      Map.of(Tie.MODE, "sms", Tie.SUBJECT, "ann", Tie.RECIPIENT, "partner/acme");

  static final Map<String, ConsentRule> CONSENTS =
      Map.of(
          "mail",
          new ConsentRule(
              ConsentLevel.OPT_IN,
              Map.of("US", ConsentLevel.OPT_OUT, "US-CA", ConsentLevel.OPT_IN)),
          "text",
          new ConsentRule(ConsentLevel.OPT_IN, Map.of("US/sms", ConsentLevel.WRITTEN)));
  static final Map<String, ChoiceRule> CHOICES =
      Map.of(
          "dnt", new ChoiceRule(Set.of("off"), false),
          "calls", new ChoiceRule(Set.of("on"), true));
  static final Map<String, EvidenceRule> EVIDENCE =
      Map.of(
          "order", new EvidenceRule(AT.plusSeconds(1), null),
          "order.old", new EvidenceRule(AT, null),
          "licence", new EvidenceRule(null, Period.ofMonths(1)));

  private TruthTable() {}

  static Stream<Row> rows() {
    return Stream.of(
            consents(), regimes(), choices(), notices(), evidence(), places(), ages(), rest())
        .flatMap(rows -> rows);
  }

  private static Condition mail(Tie... covers) {
    return new Condition.Consent("mail", ConsentLevel.OPT_IN, Set.of(covers), false);
  }

  private static ConsentRecord given(
      ConsentLevel level, Map<Tie, Set<String>> covers, @Nullable Instant until) {
    return new ConsentRecord("mail", ConsentRecord.Answer.GIVEN, level, covers, null, until);
  }

  private static Facts with(ConsentRecord record) {
    return Given.read().consent(record).facts();
  }

  private static Row row(String name, Condition condition, Facts facts, Truth truth) {
    return new Row(name, condition, facts, truth);
  }

  private static Stream<Row> consents() {
    ConsentLevel in = ConsentLevel.OPT_IN;
    Condition gone = new Condition.Consent("mail", null, Set.of(), true);
    Condition any = new Condition.Consent(Condition.Consent.ANY, null, Set.of(), false);
    Map<Tie, Set<String>> ads = Map.of(Tie.PURPOSE, Set.of("ads"));
    ConsentRecord refused =
        new ConsentRecord("mail", ConsentRecord.Answer.REFUSED, in, Map.of(), null, null);
    ConsentRecord later =
        new ConsentRecord("mail", ConsentRecord.Answer.GIVEN, in, Map.of(), AT.plusNanos(1), null);
    return Stream.of(
        row("given at the level", mail(), with(given(in, Map.of(), null)), TRUE),
        row("given, nothing else read", mail(), Given.unread().consent("mail", in).facts(), TRUE),
        row(
            "given below the level",
            mail(),
            with(given(ConsentLevel.ACCEPTED, Map.of(), null)),
            FALSE),
        row(
            "given above the level",
            mail(),
            with(given(ConsentLevel.WRITTEN, Map.of(), null)),
            TRUE),
        row("refused", mail(), with(refused), FALSE),
        row("withdrawn at the instant", mail(), with(given(in, Map.of(), AT)), FALSE),
        row("withdrawn a moment later", mail(), with(given(in, Map.of(), AT.plusNanos(1))), TRUE),
        row("given a moment later", mail(), with(later), FALSE),
        row("no record", mail(), Given.read().facts(), FALSE),
        row("not read", mail(), Given.unread().facts(), UNKNOWN),
        row("covers the purpose from above", mail(Tie.PURPOSE), with(given(in, ads, null)), TRUE),
        row("covers nothing", mail(Tie.PURPOSE), with(given(in, Map.of(), null)), FALSE),
        row(
            "covers something below",
            mail(Tie.PURPOSE),
            with(given(in, Map.of(Tie.PURPOSE, Set.of("ads.own.mail")), null)),
            FALSE),
        row(
            "covers this partner",
            mail(Tie.RECIPIENT),
            with(given(in, Map.of(Tie.RECIPIENT, Set.of("partner/acme")), null)),
            TRUE),
        row(
            "covers another partner",
            mail(Tie.RECIPIENT),
            with(given(in, Map.of(Tie.RECIPIENT, Set.of("partner/other")), null)),
            FALSE),
        row(
            "covers every partner",
            mail(Tie.RECIPIENT),
            with(given(in, Map.of(Tie.RECIPIENT, Set.of("partner")), null)),
            TRUE),
        row(
            "covers the element",
            mail(Tie.DATA),
            with(given(in, Map.of(Tie.DATA, Set.of("health")), null)),
            TRUE),
        row(
            "covers another subject",
            mail(Tie.SUBJECT),
            with(given(in, Map.of(Tie.SUBJECT, Set.of("bob")), null)),
            FALSE),
        row(
            "covers the mode",
            mail(Tie.MODE),
            with(given(in, Map.of(Tie.MODE, Set.of("sms")), null)),
            TRUE),
        row("was withdrawn", gone, with(given(in, Map.of(), AT)), TRUE),
        row("was not withdrawn", gone, with(given(in, Map.of(), null)), FALSE),
        row("withdrawal not read", gone, Given.unread().facts(), UNKNOWN),
        row("any consent", any, with(given(in, Map.of(), null)), TRUE),
        row("no consent at all", any, Given.read().facts(), FALSE));
  }

  private static Stream<Row> regimes() {
    Condition mail = new Condition.Consent("mail", null, Set.of(), false);
    Condition text = new Condition.Consent("text", null, Set.of(), false);
    ConsentRecord refused =
        new ConsentRecord(
            "mail", ConsentRecord.Answer.REFUSED, ConsentLevel.OPT_IN, Map.of(), null, null);
    return Stream.of(
        row(
            "silence where silence is enough",
            mail,
            Given.read().region(Whose.SUBJECT, "US-NY").facts(),
            TRUE),
        row(
            "silence unread where it is enough",
            mail,
            Given.unread().region(Whose.SUBJECT, "US-NY").facts(),
            UNKNOWN),
        row(
            "a no where silence is enough",
            mail,
            Given.read().region(Whose.SUBJECT, "US-NY").consent(refused).facts(),
            FALSE),
        row(
            "silence where a yes is needed",
            mail,
            Given.read().region(Whose.SUBJECT, "US-CA").facts(),
            FALSE),
        row(
            "silence where the region is coarse",
            mail,
            Given.read().region(Whose.SUBJECT, "US").facts(),
            FALSE),
        row(
            "silence in no region that is named",
            mail,
            Given.read().region(Whose.SUBJECT, "JP").facts(),
            FALSE),
        row(
            "a tick over a channel that wants writing",
            text,
            Given.read()
                .region(Whose.SUBJECT, "US-NY")
                .consent("text", ConsentLevel.OPT_IN)
                .facts(),
            FALSE),
        row(
            "writing over that channel",
            text,
            Given.read()
                .region(Whose.SUBJECT, "US-NY")
                .consent("text", ConsentLevel.WRITTEN)
                .facts(),
            TRUE));
  }

  private static Stream<Row> choices() {
    Condition off = new Condition.Choice(Set.of("dnt"), Set.of("off"), Set.of());
    Condition on = new Condition.Choice(Set.of("dnt"), Set.of("on"), Set.of());
    Condition calls = new Condition.Choice(Set.of("calls"), Set.of("on"), Set.of());
    Condition mode = new Condition.Choice(Set.of("modes"), Set.of(), Set.of(Tie.MODE));
    return Stream.of(
        row("default holds", off, Given.read().facts(), TRUE),
        row("default does not hold", on, Given.read().facts(), FALSE),
        row("recorded beats the default", off, Given.read().choice("dnt", "on").facts(), FALSE),
        row("source not read", off, Given.unread().facts(), UNKNOWN),
        row("an operator's switch needs no reading", calls, Given.unread().facts(), TRUE),
        row("recorded without a value", on, Given.read().choice("dnt").facts(), FALSE),
        row("holds the mode", mode, Given.read().choice("modes", "sms", "mail").facts(), TRUE),
        row("holds another mode", mode, Given.read().choice("modes", "mail").facts(), FALSE),
        row("mode not read", mode, Given.unread().facts(), UNKNOWN));
  }

  private static Stream<Row> notices() {
    Condition presented = new Condition.Notice("presented");
    return Stream.of(
        row("presented", presented, Given.read().notice("presented", "").facts(), TRUE),
        row(
            "presented in this version",
            presented,
            Given.read().notice("presented", "v1").facts(),
            TRUE),
        row(
            "presented in another",
            presented,
            Given.read().notice("presented", "v0").facts(),
            FALSE),
        row("ledger not read", presented, Given.unread().facts(), UNKNOWN));
  }

  private static Stream<Row> evidence() {
    Condition order = new Condition.Evidence(Set.of("order"), Set.of());
    Condition licence = new Condition.Evidence(Set.of("licence"), Set.of());
    Condition forUs = new Condition.Evidence(Set.of("order"), Set.of(Tie.RECIPIENT));
    Instant month = AT.minusSeconds(28L * 86_400);
    return Stream.of(
        row("on file", order, Given.read().evidence("order").facts(), TRUE),
        row("of a kind below", order, Given.read().evidence("order.court").facts(), TRUE),
        row("of another kind", order, Given.read().evidence("licence").facts(), FALSE),
        row("none", order, Given.read().facts(), FALSE),
        row("store not read", order, Given.unread().facts(), UNKNOWN),
        row(
            "not yet valid",
            order,
            Given.read().evidence("", "order", Map.of(), AT.plusNanos(1), null).facts(),
            FALSE),
        row(
            "valid from the instant",
            order,
            Given.read().evidence("", "order", Map.of(), AT, null).facts(),
            TRUE),
        row(
            "until the instant",
            order,
            Given.read().evidence("", "order", Map.of(), null, AT).facts(),
            FALSE),
        row(
            "its kind ended at the instant",
            order,
            Given.read().evidence("order.old").facts(),
            FALSE),
        row(
            "a period that ends at the instant",
            licence,
            Given.read().evidence("", "licence", Map.of(), month, null).facts(),
            FALSE),
        row(
            "a period that is running",
            licence,
            Given.read().evidence("", "licence", Map.of(), month.plusNanos(1), null).facts(),
            TRUE),
        row(
            "a period without a beginning",
            licence,
            Given.read().evidence("licence").facts(),
            FALSE),
        row(
            "for another recipient",
            forUs,
            Given.read()
                .evidence("", "order", Map.of(Tie.RECIPIENT, Set.of("clinic")), null, null)
                .facts(),
            FALSE));
  }

  private static Stream<Row> places() {
    Condition california = new Condition.Region(Whose.SUBJECT, Set.of("US-CA"));
    Condition eea = new Condition.Region(Whose.SUBJECT, Set.of("EEA"));
    Condition sweden = new Condition.Region(Whose.SUBJECT, Set.of("SE"));
    return Stream.of(
        row("there", california, Given.read().region(Whose.SUBJECT, "US-CA").facts(), TRUE),
        row("elsewhere", california, Given.read().region(Whose.SUBJECT, "US-NY").facts(), FALSE),
        row("too coarse", california, Given.read().region(Whose.SUBJECT, "US").facts(), UNKNOWN),
        row("in a member", eea, Given.read().region(Whose.SUBJECT, "SE").facts(), TRUE),
        row(
            "in a part of a member",
            eea,
            Given.read().region(Whose.SUBJECT, "DE-BY").facts(),
            TRUE),
        row(
            "in a set that holds it",
            sweden,
            Given.read().region(Whose.SUBJECT, "EEA").facts(),
            UNKNOWN),
        row("not stated", eea, Given.unread().facts(), UNKNOWN),
        row("looked up and not there", eea, Given.read().facts(), FALSE),
        row("of somebody else", eea, Given.unread().region(Whose.SITE, "SE").facts(), UNKNOWN));
  }

  private static Stream<Row> ages() {
    Condition under = new Condition.Age(Whose.SUBJECT, true, 13, false);
    Condition knowing = new Condition.Age(Whose.SUBJECT, true, 13, true);
    Condition adult = new Condition.Age(Whose.ACTOR, false, 18, false);
    return Stream.of(
        row("below", under, Given.read().age(Whose.SUBJECT, 12, 12).facts(), TRUE),
        row("not below", under, Given.read().age(Whose.SUBJECT, 13, 13).facts(), FALSE),
        row("band across", under, Given.read().age(Whose.SUBJECT, 12, 13).facts(), UNKNOWN),
        row("none declared", under, Given.unread().facts(), UNKNOWN),
        row(
            "knowing, band across",
            knowing,
            Given.read().age(Whose.SUBJECT, 12, 13).facts(),
            FALSE),
        row("knowing, none declared", knowing, Given.unread().facts(), FALSE),
        row("knowing, below", knowing, Given.read().age(Whose.SUBJECT, 0, 12).facts(), TRUE),
        row("old enough", adult, Given.read().age(Whose.ACTOR, 18, 18).facts(), TRUE),
        row("too young", adult, Given.read().age(Whose.ACTOR, 17, 17).facts(), FALSE),
        row("perhaps", adult, Given.read().age(Whose.ACTOR, 17, 18).facts(), UNKNOWN));
  }

  private static Stream<Row> rest() {
    Condition supplier = new Condition.Relation("supplier-of");
    Condition role = new Condition.Role("covered-entity");
    Condition state = new Condition.State("scheduled");
    Condition secure = new Condition.Channel(ChannelLevel.PROTECTED);
    return Stream.of(
        row("related", supplier, Given.read().relation("supplier-of").facts(), TRUE),
        row("not related", supplier, Given.read().relation("carer-of").facts(), FALSE),
        row("relation not read", supplier, Given.unread().relation("carer-of").facts(), UNKNOWN),
        row("in the role", role, Given.unread().role("covered-entity").facts(), TRUE),
        row("in another role", role, Given.unread().role("controller").facts(), FALSE),
        row("in no role", role, Given.read().facts(), FALSE),
        row("role not stated", role, Given.unread().facts(), UNKNOWN),
        row("in the state", state, Given.read().state("scheduled").facts(), TRUE),
        row("in another state", state, Given.read().state("enrolled").facts(), FALSE),
        row("state not read", state, Given.unread().state("enrolled").facts(), UNKNOWN),
        row("channel as good", secure, Given.read().channel(ChannelLevel.PROTECTED).facts(), TRUE),
        row("channel better", secure, Given.read().channel(ChannelLevel.SECURE).facts(), TRUE),
        row("channel worse", secure, Given.read().channel(ChannelLevel.PLAIN).facts(), FALSE),
        row("channel not chosen", secure, Given.unread().facts(), UNKNOWN));
  }
}
