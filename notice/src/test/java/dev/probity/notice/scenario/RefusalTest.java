// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.engine.Compiled;
import dev.probity.notice.TinyPack;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.pack.PackSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A yes must name what it covers; a no that names nothing is a no to everything. */
class RefusalTest {
  private final PackSource source =
      TinyPack.with(
          """
          clauses:
            T-1: {lines: "1", says: Taken., proof: kernel, permit: collect, data: contact.email}
            T-2: {lines: "2", says: Shown unless refused., proof: kernel, permit: disclose, data: contact.email, when: [{consent: letter, level: opt-out, covers: [recipient]}]}
            T-3: {lines: "3", says: Sold if agreed., proof: kernel, permit: sell, data: contact.email, when: [{consent: letter, level: opt-in, covers: [recipient]}]}
          """,
          """
          - {keeps: T-2, name: nobody said anything, ask: {disclose: contact.email, to: partner}, expect: DENY}
          - {keeps: T-3, name: a yes to nobody in particular, given: {consent: {letter: opt-in}}, ask: {sell: contact.email, to: partner}, expect: DENY}
          - {keeps: T-3, name: a yes to this one, given: {consent: {letter: {level: opt-in, covers: {recipient: partner}}}}, ask: {sell: contact.email, to: partner}, expect: PERMIT}
          """);

  private final PackSource silent =
      TinyPack.with(
          """
          clauses:
            T-1: {lines: "1", says: Taken., proof: kernel, permit: collect, data: contact.email}
            T-2: {lines: "2", says: Shown unless refused., proof: kernel, permit: disclose, data: contact.email, when: [{consent: mail, covers: [recipient]}]}
          consents:
            mail: {level: opt-out}
          """,
          """
          - {keeps: T-2, name: silence, ask: {disclose: contact.email, to: partner}, expect: PERMIT}
          - {keeps: T-2, name: a no to all, given: {consent: {mail: refused}}, ask: {disclose: contact.email, to: partner}, expect: DENY}
          - {keeps: T-2, name: a withdrawal of all, given: {consent: {mail: withdrawn}}, ask: {disclose: contact.email, to: partner}, expect: DENY}
          - {keeps: T-2, name: a no to this one, given: {consent: {mail: {refused: true, covers: {recipient: partner}}}}, ask: {disclose: contact.email, to: partner}, expect: DENY}
          - {keeps: T-2, name: a no to another, given: {consent: {mail: {refused: true, covers: {recipient: advertiser}}}}, ask: {disclose: contact.email, to: partner}, expect: PERMIT}
          """);

  @Test
  void bothEnginesHearANo() {
    for (PackSource pack : List.of(source, silent)) {
      for (Decider engine : List.of(new Reference(pack.history()), Compiled.of(pack.history()))) {
        List<String> failing =
            new Cover(pack, engine)
                .verdicts().stream()
                    .filter(Verdict::failed)
                    .map(v -> v.scenario().name() + ": " + v.mistakes())
                    .toList();
        assertEquals(List.of(), failing);
      }
    }
  }
}
