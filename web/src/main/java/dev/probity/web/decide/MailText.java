// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a mail says, as it is sealed. Immutable; says nothing of itself.
 *
 * @param subject the id of whom it is for
 * @param token of its link out; empty for mail that goes on
 * @param pixel of its pixel; empty where nobody asked for one, or it may bear none
 */
record MailText(
    String subject, String title, String text, String language, String token, String pixel) {
  byte[] bytes() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("subject", subject);
    all.put("title", title);
    all.put("text", text);
    all.put("language", language);
    all.put("token", token);
    all.put("pixel", pixel);
    return JsonMapper.shared().writeValueAsBytes(all);
  }

  static MailText of(byte[] bytes) {
    JsonNode all = JsonMapper.shared().readTree(bytes);
    return new MailText(
        all.path("subject").asString(""),
        all.path("title").asString(""),
        all.path("text").asString(""),
        all.path("language").asString(""),
        all.path("token").asString(""),
        all.path("pixel").asString(""));
  }

  @Override
  public String toString() {
    return "what a mail says";
  }
}
