// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice;

import dev.probity.notice.pack.PackFiles;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.vocabulary.LexiconReader;
import java.util.HashMap;
import java.util.Map;

/** A pack of four clauses for tests, with whatever a test adds to it. */
public final class TinyPack {
  public static final Lexicon LEXICON = LexiconReader.shipped();

  private static final String HEAD =
      """
      pack: {id: tiny, version: "1", in-force: 2024-01-01, controller: Tiny Inc.}
      consents:
        letter: {level: opt-in}
      """;

  private static final String CLAUSES =
      """
      clauses:
        T-1: {lines: "1", says: The address is taken., proof: kernel, permit: collect, data: contact.email}
        T-2: {lines: "2", says: It serves the letter if asked for., proof: kernel, permit: use, data: contact.email, for: marketing, when: [{consent: letter}]}
        T-3: {lines: "3", says: It is never sold., proof: kernel, forbid: sell, data: contact.email, absolute: true}
        T-4: {lines: "4", says: Hello., inform: heading}
      """;

  public static final String SCENARIOS =
      """
      - {keeps: T-1, given: {region: US}, ask: {collect: contact.email}, expect: PERMIT}
      - {keeps: T-1, ask: {collect: contact.phone}, expect: NOT_COVERED}
      - {keeps: T-1, ask: {retain: contact.email}, expect: NOT_COVERED}
      - {keeps: T-2, given: {consent: {letter: opt-in}}, ask: {use: contact.email, for: marketing}, expect: PERMIT}
      - {keeps: T-2, ask: {use: contact.email, for: marketing}, expect: DENY}
      - {keeps: T-2, given: {consent: {letter: opt-in}}, ask: {use: contact.email, for: research}, expect: NOT_COVERED}
      - {keeps: T-2, given: {consent: {letter: opt-in}}, ask: {retain: contact.email, for: marketing}, expect: NOT_COVERED}
      - {keeps: T-3, ask: {sell: contact.email, to: data-broker}, expect: DENY}
      """;

  private TinyPack() {}

  public static PackSource with(String scenarios) {
    return with(CLAUSES, scenarios);
  }

  public static PackSource with(String clauses, String scenarios) {
    return switch (read(clauses, scenarios)) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
    };
  }

  public static PackReader.Outcome read(String clauses, String scenarios) {
    Map<String, String> texts = new HashMap<>();
    texts.put("pack.yaml", HEAD);
    texts.put("clauses.yaml", clauses);
    texts.put("scenarios/all.yaml", scenarios);
    return PackReader.read(new PackFiles("tiny", texts), LEXICON);
  }
}
