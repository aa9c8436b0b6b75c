// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Question;
import dev.probity.notice.pack.Section;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Form;
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.web.json.Body;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether it may be measured now that this person opens a mail: only where the pack declares a
 * tracker that does it by a pixel in mail, and lets what it tells be taken of her for its purpose.
 * Asked when a mail is kept, when it leaves and whenever the pixel is fetched. Immutable.
 *
 * @param tracker as the pack calls it
 */
record Opening(String tracker, Question question, Decision decision) {
  static final String ELEMENT = "usage.email.open";
  static final String SOURCE = "automatic.email";
  private static final String TECHNOLOGY = "email-pixel";
  private static final Set<String> ACTS = Set.of("record");

  /** Nothing where the pack has no such tracker, or nobody is held by that id. */
  static Optional<Opening> of(
      Controller controller, Subjects subjects, String subject, Instant now) {
    for (Section tracker : controller.source().section("trackers")) {
      Form form = Form.of(tracker.node(), "a tracker", new ArrayList<>());
      if (form.text("by", "").equals(TECHNOLOGY))
        return of(controller, subjects, subject, tracker.name(), form.text("for", ""), now);
    }
    return Optional.empty();
  }

  private static Optional<Opening> of(
      Controller controller,
      Subjects subjects,
      String subject,
      String tracker,
      String purpose,
      Instant now) {
    Map<String, Object> ask = new LinkedHashMap<>();
    ask.put("collect", ELEMENT);
    ask.put("from", SOURCE);
    ask.put("by", TECHNOLOGY);
    ask.put("for", purpose);
    byte[] json = JsonMapper.shared().writeValueAsBytes(Map.of("subject", subject, "ask", ask));
    List<Fault> faults = new Complaints.Faults();
    Asked asked = Asked.of(Body.kept(json, "a pixel"), faults);
    Map<Who, Held> known = subjects.held(controller.id(), asked.all());
    Optional<Ask> read =
        new AskReader(controller.words(faults), asked.at(known, now))
            .file(asked.with(controller, known, now, faults));
    if (!faults.isEmpty() || !(read.orElse(null) instanceof Ask.Decide(Question question)))
      return Optional.empty();
    Decision decision = asked.decider(controller, known).decide(question);
    return Optional.of(new Opening(tracker, question, decision));
  }

  /** An act that this server does not do makes it a no. */
  boolean permitted() {
    return decision.permits() && ACTS.containsAll(decision.acts());
  }

  @Override
  public String toString() {
    return "whether an opening may be measured";
  }
}
