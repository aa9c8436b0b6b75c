// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.NextVersion;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.scenario.Step;
import dev.probity.notice.scenario.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One flow while it runs, as a controller of its own, so that neither its people nor its log are
 * anybody else's. It ends with the first step that fails. One thread.
 */
final class Played {
  private final Doors doors;
  private final Moving clock;
  private final Compared compared;
  private final LogLook log;
  private final Pages pages;
  private final Mailbox mailbox;
  private final Function<PackSource, List<String>> publishes;
  private PackSource newest;
  private final Map<String, String> subjects = new HashMap<>();

  /**
   * @param outbox the folder in which mail comes to lie
   * @param publishes makes a version public and answers the acts that this obliges to
   */
  Played(
      Doors doors,
      Moving clock,
      PackSource source,
      Path outbox,
      Function<PackSource, List<String>> publishes) {
    this.newest = source;
    this.publishes = publishes;
    this.doors = doors;
    this.clock = clock;
    this.compared = new Compared(source);
    this.log = new LogLook(doors);
    this.pages = new Pages(doors, compared);
    this.mailbox = new Mailbox(doors, outbox, compared);
  }

  Verdict run(Scenario scenario) {
    List<String> mistakes = new ArrayList<>();
    if (scenario.ask() instanceof Ask.Flow(List<Step> steps))
      for (Step step : steps)
        if (mistakes.isEmpty())
          take(step).forEach(mistake -> mistakes.add(step.where() + "  " + mistake));
    return new Verdict(scenario, true, Optional.empty(), List.of(), List.of(), mistakes);
  }

  private List<String> take(Step step) {
    return switch (step) {
      case Step.Collect it -> collect(it);
      case Step.Facts it -> fine(doors.post("facts", of(it.who()).set("add", json(it))));
      case Step.Withdraw it ->
          compared.done(
              it.expect(),
              doors.post(
                  "withdrawals",
                  Written.json(it.said()).put("consent", it.consent()).setAll(of(it.who()))));
      case Step.Mail it -> mailbox.fared(it, doors.post("mail", mail(it)));
      case Step.Unsubscribe it -> mailbox.unsubscribe(it);
      case Step.Open it -> mailbox.open(it);
      case Step.Event it ->
          compared.done(it.expect(), doors.post("events", of(it.who()).put("event", it.event())));
      case Step.Asks it -> ask(it);
      case Step.Disclose it -> disclose(it);
      case Step.Held it -> held(it);
      case Step.Entries it -> log.differs(it.entries());
      case Step.Look it -> pages.look(it);
      case Step.Publish it -> publish(it);
      case Step.Moves it -> {
        clock.to(it.moment(), it.where());
        yield List.of();
      }
    };
  }

  private static ObjectNode json(Step.Facts it) {
    return Written.json(it.facts());
  }

  /** A body that begins with whom it is about. */
  private ObjectNode of(Step.Whom who) {
    ObjectNode body = Written.body().put("subject", subject(who.person()));
    if (!who.device().isEmpty()) body.put("device", who.device());
    return body;
  }

  private String subject(String person) {
    return subjects.computeIfAbsent(
        person,
        name -> doors.post("subjects", Written.body()).json().path("subject").asString("nobody"));
  }

  private static List<String> fine(Doors.Answer answer) {
    return answer.fine() ? List.of() : List.of("the door answered " + answer.said());
  }

  private List<String> collect(Step.Collect it) {
    if (it.form()) return byForm(it);
    ObjectNode body = Written.json(it.said());
    String known = subjects.get(it.who().person());
    if (known != null) body.put("subject", known);
    if (!it.who().device().isEmpty()) body.put("device", it.who().device());
    body.set("fields", Written.json(it.fields()));
    Doors.Answer answer = doors.post("points/" + it.point(), body);
    String subject = answer.json().path("subject").asString("");
    if (answer.fine() && !subject.isEmpty()) subjects.put(it.who().person(), subject);
    return compared.done(it.expect(), answer);
  }

  /** A form tells nobody's id, so that who staff find by the address is who sent it. */
  private List<String> byForm(Step.Collect it) {
    List<String> mistakes = pages.submit(it);
    String address = it.fields().get("contact.email");
    if (!mistakes.isEmpty() || !it.expect().done() || address == null) return mistakes;
    ObjectNode known = Written.body();
    known.putObject("known-as").put("contact.email", address);
    String subject = doors.post("subjects", known).json().path("subject").asString("");
    if (!subject.isEmpty()) subjects.put(it.who().person(), subject);
    return mistakes;
  }

  private List<String> publish(Step.Publish it) {
    List<Fault> faults = new ArrayList<>();
    newest = NextVersion.of(newest, it.version(), it.inForce(), it.clauses(), faults);
    if (!faults.isEmpty()) return faults.stream().map(Fault::toString).toList();
    ObjectNode saw = Written.body();
    publishes.apply(newest).forEach(saw.putArray("acts")::add);
    return compared.decided(it.expect(), true, saw);
  }

  private ObjectNode mail(Step.Mail it) {
    ObjectNode mail =
        of(it.who()).put("for", it.purpose()).put("title", it.title()).put("text", it.text());
    return it.measured() ? mail.put("measured", true) : mail;
  }

  private List<String> ask(Step.Asks it) {
    ObjectNode body = Written.json(it.question());
    it.who().ifPresent(who -> body.setAll(of(who)));
    boolean view = body.path("ask").has("view");
    Doors.Answer answer = doors.post(view ? "views" : "decisions", body);
    return answer.fine() ? compared.answered(it.expect(), answer.json()) : fine(answer);
  }

  private List<String> disclose(Step.Disclose it) {
    ObjectNode body = Written.json(it.question());
    body.setAll(of(it.who()));
    if (!it.values().isEmpty()) body.set("record", Written.json(it.values()));
    Doors.Answer answer = doors.post("disclosures", body);
    if (!answer.fine()) return fine(answer);
    List<String> mistakes = new ArrayList<>();
    List<String> released =
        List.copyOf(new TreeSet<>(answer.json().path("released").propertyNames()));
    Compared.equal("released", it.released().stream().sorted().toList(), released, mistakes);
    if (!mistakes.isEmpty()) mistakes.add("withheld was " + answer.json().path("withheld"));
    it.withheld()
        .forEach(
            (element, id) ->
                Compared.within(
                    element,
                    List.of(id),
                    Compared.words(answer.json().path("withheld").path(element)),
                    mistakes));
    return mistakes;
  }

  /** Values that the purpose may not see are held too. */
  private List<String> held(Step.Held it) {
    ObjectNode body = Written.json(it.said()).put("for", it.purpose());
    Doors.Answer answer = doors.post("records/read", body.setAll(of(it.who())));
    if (it.values().isEmpty() && nobody(answer))
      return nobody(doors.post("facts/read", of(it.who())))
          ? List.of()
          : List.of("facts are held of nobody");
    if (!answer.fine()) return fine(answer);
    List<String> mistakes = new ArrayList<>();
    Map<String, String> held = new TreeMap<>();
    for (JsonNode value : answer.json().path("records"))
      held.merge(
          value.path("element").asString(""),
          value.path("value").asString(""),
          (one, other) -> one.equals(other) ? one : one + "; " + other);
    answer.json().path("withheld").propertyNames().forEach(e -> held.put(e, "(withheld)"));
    Compared.equal("held", new TreeMap<>(it.values()), held, mistakes);
    return mistakes;
  }

  private static boolean nobody(Doors.Answer answer) {
    return answer.problem().equals("PRB-W015");
  }
}
