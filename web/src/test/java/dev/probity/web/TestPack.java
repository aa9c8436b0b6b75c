// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import dev.probity.notice.pack.PackFiles;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.vocabulary.LexiconReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  private static final String PIXEL =
      """
      clauses:
        TST-011:
          lines: "1"
          says: {en: Whoever agreed to it has the opening of mail counted.}
          proof: server
          permit: collect
          data: usage.email.open
          from: automatic.email
          by: email-pixel
          for: analytics.email
          when: [{consent: openings}]
      consents:
        openings:
          keeps: TST-011
          asks: {en: "May we see whether you open our mail?", sv: "Får vi se om du öppnar våra mejl?"}
          level: opt-in
          withdraw: [page]
      trackers:
        mail-pixel: {by: email-pixel, owner: system, for: analytics.email, life: PT0S, category: email-pixel, keeps: TST-011}
      """;

  private static final String PROXY =
      """
      clauses:
        TST-021:
          lines: "1"
          says: {en: Somebody may order for another.}
          proof: server
        TST-022:
          lines: "1"
          says: {en: Not for a child.}
          proof: server
          forbid: collect
          data: contact.name
          for: order
          from: proxy
          when: [{age: {of: subject, below: 13}}]
      points:
        order-for-another:
          keeps: TST-021
          fields: {contact.name: required}
          for: order
          from: proxy
      """;

  private static final String SOON =
      """
      clauses:
        TST-030: {row: EXA-001, says: Changes that matter are shown before they hold., duty: {on: material-change, do: [{tell: change-highlighted}]}}
      """;

  /** The packs that ship, by their folders. */
  static final List<String> SHIPPED =
      List.of("example", "imetrix", "innomax", "inogen", "manvila", "ombre", "omron");

  private TestPack() {}

  /** All that ship, each by its name. */
  static Map<String, PackSource> shipped() {
    Map<String, PackSource> packs = new TreeMap<>();
    SHIPPED.forEach(name -> packs.put(name, Served.pack(name)));
    return packs;
  }

  /** With a promise to show in a highlight what a coming version changes. */
  static PackSource withHighlight() {
    return read("six", Map.of("soon.yaml", SOON));
  }

  /** With a choice that stops offers, and mail that goes on. */
  static PackSource withMailChoice() {
    return read("three", Map.of("mail.yaml", MAIL));
  }

  /** The same, and whoever agrees has the opening of mail counted. */
  static PackSource withPixel() {
    return read("four", Map.of("mail.yaml", MAIL, "pixel.yaml", PIXEL));
  }

  /** One that takes the name of another, who must not be a child. */
  static PackSource withProxy() {
    return read("five", Map.of("proxy.yaml", PROXY));
  }

  private static PackSource read(String name, Map<String, String> more) {
    Map<String, String> files =
        new LinkedHashMap<>(
            PackFiles.read(Served.ROOT.resolve("packs/example"), new ArrayList<>()).texts());
    files.putAll(more);
    return switch (PackReader.read(new PackFiles(name, files), LexiconReader.shipped())) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }
}
