// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import dev.probity.notice.pack.PackFiles;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.vocabulary.LexiconReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Packs that are written for tests, over the example. */
final class TestPack {
  private static final String MAIL =
      """
      clauses:
        TST-001:
          lines: "1"
          says: {en: Some mail says how to stop it.}
          proof: kernel
          permit: use
          data: contact.email
          for: marketing.own
          then: [record, {carry: opt-out-instructions}]
        TST-002:
          lines: "1"
          says: {en: Once stopped it stays out.}
          proof: server
          forbid: use
          for: marketing
          when: [{choice: offers, is: "off"}]
          within: {notice: P10BD, operator: at-once}
        TST-003:
          lines: "1"
          says: {en: Mail on orders goes on.}
          proof: kernel
          permit: use
          data: contact.email
          for: communication.transactional
        TST-004:
          lines: "1"
          says: {en: Some mail asks for what no mailer can do.}
          proof: kernel
          permit: use
          data: contact.email
          for: communication.account
          then: [{limit: once}]
        TST-005:
          lines: "1"
          says: {en: Some promotion has no way out.}
          proof: kernel
          permit: use
          data: contact.email
          for: third-party-marketing
      choices:
        offers: {from: [mail, page], values: ["on", "off"], default: "on"}
      texts:
        opt-out-instructions: {en: "No more offers?", sv: "Inga fler erbjudanden?"}
      """;

  private TestPack() {}

  /** With a choice that stops offers, and mail that goes on. */
  static PackSource withMailChoice() {
    Map<String, String> files =
        new LinkedHashMap<>(
            PackFiles.read(Served.ROOT.resolve("packs/example"), new ArrayList<>()).texts());
    files.put("mail.yaml", MAIL);
    return switch (PackReader.read(new PackFiles("three", files), LexiconReader.shipped())) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }
}
