// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.notice.scenario.Step;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pages as somebody without scripts and cookies sees them. */
record Pages(Doors doors, Compared compared) {
  List<String> look(Step.Look it) {
    Doors.Answer page = doors.open(path(it.page()));
    if (!page.fine()) return List.of("the page answered " + page.said());
    List<String> mistakes = new ArrayList<>();
    it.shows().forEach(name -> compared.says(name, List.of(words(page.text())), mistakes));
    return mistakes;
  }

  private String path(String page) {
    return page.equals("notice")
        ? "/notices/" + doors.controller()
        : "/forms/" + doors.controller() + "/" + page;
  }

  List<String> submit(Step.Collect it) {
    String encoded =
        it.fields().entrySet().stream()
            .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
            .collect(Collectors.joining("&"));
    Doors.Answer answer = doors.submit(path(it.point()), encoded);
    return compared.done(it.expect(), answer);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The words of a page: no tags, no entities. */
  static String words(String html) {
    return html.replaceAll("<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }
}
