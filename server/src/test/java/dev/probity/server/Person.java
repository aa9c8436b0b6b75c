// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import java.util.ArrayList;
import java.util.List;

/** What a caller was told that is held of somebody. One thread at a time. */
final class Person {
  final String subject;
  final String mail;
  String pinned = "";
  boolean consents = true;
  boolean hidden;
  boolean erased;

  /** What was sent about her under a key, each with what it was answered with. */
  final List<Sent> sent = new ArrayList<>();

  int mails;

  record Sent(String door, String key, String body, String answer) {}

  Person(String subject, String mail) {
    this.subject = subject;
    this.mail = mail;
  }

  String about(String more) {
    return "{\"subject\": \"" + subject + "\"" + more + "}";
  }

  /** Nothing where what is held of her is what was acknowledged. */
  String differs(int status, String facts) {
    if (erased) return status == 404 ? "" : "is erased and answered " + status;
    if (status != 200) return "answered " + status;
    if (!pinned.isEmpty() && !facts.contains("\"pinned\":\"" + pinned + "\""))
      return "is not pinned to " + pinned + ": " + facts;
    if (facts.contains("\"withdrawn\"") == consents) return "consents " + consents + ": " + facts;
    if (facts.contains("\"hide\"") != hidden) return "is hidden " + hidden + ": " + facts;
    return facts.contains("fitter-of") ? "" : "has no fitter: " + facts;
  }
}
