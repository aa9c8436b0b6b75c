// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.PackReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How flows are read, and what is said of those that cannot be. */
class FlowTest {
  private static final String CLAUSES =
      """
      clauses:
        T-1: {lines: "1", says: The address is taken., proof: server}
      points:
        letters: {keeps: T-1, fields: {contact.email: required}, for: marketing, from: subject}
      texts: {thanks: {en: Thanks.}}
      """;

  @Test
  void eachStepIsReadAsWhatItDoes() {
    List<Step> steps =
        steps(
            """
            - collect: letters
              who: anna
              fields: {contact.email: anna@mail.test}
              consents: {letter: opt-in}
              expect: {says: thanks, acts: [record]}
            - {collect: letters, who: ben, device: phone, fields: {}, via: form, expect: {refused: T-1}}
            - {facts: {state: signed-in}, who: anna}
            - {withdraw: letter, who: anna}
            - {mail: marketing, who: anna, expect: {refused: [T-1]}}
            - {unsubscribe: anna}
            - {mail: marketing, who: anna, measured: true}
            - {open: anna}
            - {open: ben, expect: refused}
            - {event: breach, who: anna}
            - {ask: {use: contact.email}, who: anna, expect: {DENY: T-1}}
            - {disclose: contact.email, to: public, who: anna, expect: {withheld: {contact.email: T-1}}}
            - {held: {contact.email: anna@mail.test}, for: marketing, who: anna}
            - {held: nothing, for: marketing, who: ben}
            - {entries: [collected, {consent-given: {level: opt-in}}]}
            - {look: letters, shows: [thanks, letter]}
            - {look: notice}
            - {clock: P10BD}
            """);
    assertEquals(
        "Collect Collect Facts Withdraw Mail Unsubscribe Mail Open Open Event Asks Disclose Held"
            + " Held Entries Look Look Moves",
        String.join(" ", steps.stream().map(s -> s.getClass().getSimpleName()).toList()));
    assertEquals(
        "[DONE] [REFUSED] [] [DONE] [REFUSED] [DONE] [DONE] [DONE] [REFUSED] [DONE] [] [REFUSED] []"
            + " [] [] [] [] []",
        String.join(" ", steps.stream().map(s -> s.shown().toString()).toList()));
    Step.Collect first = (Step.Collect) steps.getFirst();
    assertEquals("anna@mail.test", first.fields().get("contact.email"));
    assertTrue(first.said().fields().containsKey("consents"));
    assertEquals(List.of("thanks"), first.expect().says());
    assertEquals("4", first.where().toString().split(":", -1)[1], "its place is kept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRB-N120 | {who: anna}",
        "PRB-N120 | {withdraw: letter, mail: marketing, who: anna}",
        "PRB-N121 | {ask: {use: contact.email}, expect: DENY}",
        "PRB-N122 | {look: letters, shows: thank}",
        "PRB-N010 | {withdraw: letter, who: anna, when: now}",
        "PRB-N011 | {withdraw: letter}",
        "PRB-N012 | {collect: letters, who: anna, fields: contact.email}",
        "PRB-N013 | {collect: letter, who: anna, fields: {}}",
        "PRB-N013 | {collect: letters, who: anna, fields: {}, consents: {mail: opt-in}}",
        "PRB-N013 | {event: flood, who: anna}",
        "PRB-N014 | {collect: letters, who: anna, fields: {}, expect: sent}",
        "PRB-N014 | {held: something, for: marketing, who: anna}",
        "PRB-N015 | {clock: tomorrow}",
        "PRB-N011 | {disclose: contact.email, to: public, who: anna}",
      })
  void whatCannotBeReadIsAFault(String code, String step) {
    PackReader.Outcome outcome = TinyPack.read(CLAUSES, flow("- " + step));
    assertTrue(outcome instanceof PackReader.Outcome.Faulty, step);
    List<String> codes =
        ((PackReader.Outcome.Faulty) outcome).faults().stream().map(Fault::code).toList();
    assertTrue(codes.contains(code), codes.toString());
  }

  static List<Step> steps(String steps) {
    return ((Ask.Flow) TinyPack.with(CLAUSES, flow(steps)).scenarios().getFirst().ask()).steps();
  }

  private static String flow(String steps) {
    return "- flow: it runs\n  keeps: T-1\n  steps:\n" + steps.strip().indent(4);
  }
}
