// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.TinyPack;
import dev.probity.notice.yaml.YamlReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question file is read like a pack: JSON, with every mistake named. */
class QuestionFaultsTest {
  private static final Instant TODAY = Instant.parse("2024-06-01T00:00:00Z");

  private final List<Fault> faults = new ArrayList<>();

  private Optional<Ask> read(String json) {
    var words = TinyPack.with("[]").words(faults);
    return YamlReader.read("question.json", json, faults)
        .flatMap(node -> new AskReader(words, TODAY).file(node));
  }

  @Test
  void aQuestionInJsonIsRead() {
    Optional<Ask> ask =
        read(
            """
            {"given": {"consent": {"letter": "opt-in"}, "region": "US-CA"},
             "asserted": {"role": "controller"},
             "ask": {"use": ["contact.email"], "for": "marketing"}}
            """);

    assertEquals(List.of(), faults);
    assertTrue(ask.orElseThrow() instanceof Ask.Decide);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ask": {"use": "net.ip"}, "givn": {}}                                   | PRB-N010 1:28 | `given`
          {"ask": {"use": "net.ip", "form": "subject"}}                            | PRB-N010 1:27 | `for`
          {"given": {"regoin": "US"}, "ask": {"use": "net.ip"}}                    | PRB-N010 1:12 | `region`
          {"given": {}}                                                            | PRB-N011 1:1  | ask
          {"ask": "net.ip"}                                                        | PRB-N012 1:9  | language.md
          {"ask": {"use": {"data": "net.ip"}}}                                     | PRB-N012 1:17 | one word
          {"ask": {"use": "net.pi"}}                                               | PRB-N013 1:17 | `net.ip`
          {"ask": {"use": "net.ip", "to": "suplier"}}                              | PRB-N013 1:33 | `supplier`
          {"given": {"consent": "letter"}, "ask": {"use": "net.ip"}}               | PRB-N012 1:23 | {ID: opt-in}
          {"given": {"consent": {"leter": "opt-in"}}, "ask": {"use": "net.ip"}}    | PRB-N013 1:33 | `letter`
          {"given": {"consent": {"letter": "optin"}}, "ask": {"use": "net.ip"}}    | PRB-N014 1:34 | `opt-in`
          {"given": {"age": {"subject": "old"}}, "ask": {"use": "net.ip"}}         | PRB-N014 1:31 | such as 16
          {"given": {"date": "1 June"}, "ask": {"use": "net.ip"}}                  | PRB-N015 1:20 | 2026-01-31
          {"ask": {"usee": "net.ip"}}                                              | PRB-N028 1:9  | `use`
          {"ask": {"use": "net.ip", "sell": "net.ip"}}                             | PRB-N028 1:9  | one question
          {"ask": {"use": "net.ip"}, "ask": {}}                                    | PRB-N003 1:28 | keep one
          {"ask": {"use": "net.ip"}                                                | PRB-N002 2:1  | correct
          """)
  void aMistakeIsOneFaultWithPlaceAndFix(String json, String expected, String fix) {
    read(json + "\n");

    assertEquals(
        List.of(expected),
        faults.stream()
            .map(f -> f.code() + " " + f.where().line() + ":" + f.where().column())
            .toList(),
        faults.toString());
    assertTrue(faults.getFirst().fix().contains(fix), faults.toString());
    assertEquals("question.json", faults.getFirst().where().file());
  }
}
