// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Duties;
import dev.probity.kernel.decide.Views;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.answer.Trees;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Node;
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.web.json.Body;
import dev.probity.web.problem.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the questions of a request, all before any is answered, and answers them. */
record Questions(Controller controller, List<Read> asks) {
  /** A question, and which documents bear on it. */
  private record Read(Ask ask, Decider decider, Uncounted uncounted) {}

  static Questions of(Body body, Controller controller, Subjects subjects, Instant now) {
    List<Asked> sent = new ArrayList<>();
    Complaints complaints = new Complaints();
    for (int i = 0; i < body.items().size(); i++) {
      List<Fault> faults = new Complaints.Faults();
      sent.add(Asked.of(body.items().get(i), faults));
      complaints.add(i, body.array(), faults);
    }
    complaints.check();
    // Why after the body was read: nothing acknowledged before the request is missed.
    Map<Who, Held> known =
        subjects.held(controller.id(), sent.stream().flatMap(a -> a.all().stream()).toList());
    List<Read> asks = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      List<Fault> faults = new Complaints.Faults();
      Optional<Ask> ask = read(sent.get(i), controller, known, now, faults);
      complaints.add(i, body.array(), faults);
      Uncounted uncounted = new Uncounted(sent.get(i), controller, known, now);
      Decider decider = sent.get(i).decider(controller, known);
      ask.ifPresent(it -> asks.add(new Read(it, decider, uncounted)));
    }
    complaints.check();
    return new Questions(controller, asks);
  }

  private static Optional<Ask> read(
      Asked sent, Controller controller, Map<Who, Held> known, Instant now, List<Fault> faults) {
    try {
      Node node = sent.with(controller, known, now, faults);
      if (!faults.isEmpty()) return Optional.empty();
      return new AskReader(controller.words(faults), sent.at(known, now)).file(node);
    } catch (Complaints.TooMany enough) {
      return Optional.empty();
    }
  }

  List<Map<String, Object>> decisions() {
    return asks.stream().map(this::decision).toList();
  }

  private Map<String, Object> decision(Read read) {
    return switch (read.ask()) {
      case Ask.Decide it -> {
        Decision decision = read.decider().decide(it.question());
        Map<String, Object> tree = Trees.of(decision);
        if (!decision.permits()) told(tree, read, other -> effect(other, read.decider()));
        yield labelled(tree, decision.because());
      }
      case Ask.Event it -> {
        Duties duties = Duties.on(it.event(), controller.source().pack(), it.question());
        yield labelled(Trees.of(duties), duties.because());
      }
      case Ask.View it -> throw Kind.OTHER_DOOR.problem().refusal();
      case Ask.Flow it -> throw Kind.OTHER_DOOR.problem().refusal();
      case Ask.Elsewhere it -> throw Kind.OTHER_DOOR.problem().refusal();
    };
  }

  private Map<String, Object> labelled(Map<String, Object> tree, Collection<String> cites) {
    return Trees.labelled(tree, controller.source(), cites);
  }

  private static void told(Map<String, Object> tree, Read read, Function<Ask, Object> answer) {
    List<Map<String, Object>> uncounted = read.uncounted().of(read.ask(), answer);
    if (!uncounted.isEmpty()) tree.put("uncounted", uncounted);
  }

  private static Object effect(Ask ask, Decider decider) {
    return ask instanceof Ask.Decide(var question) ? decider.decide(question).effect() : "";
  }

  private static Object shown(Ask ask, Decider decider) {
    return ask instanceof Ask.View view
        ? Views.of(decider, view.question(), view.fields()).shown()
        : "";
  }

  List<Map<String, Object>> views() {
    return asks.stream().map(this::view).toList();
  }

  private Map<String, Object> view(Read read) {
    if (!(read.ask() instanceof Ask.View view)) throw Kind.OTHER_DOOR.problem().refusal();
    Views views = Views.of(read.decider(), view.question(), view.fields());
    Set<String> cites = new TreeSet<>();
    views.withheld().values().forEach(cites::addAll);
    Map<String, Object> tree = Trees.of(views);
    if (!views.withheld().isEmpty()) told(tree, read, other -> shown(other, read.decider()));
    return labelled(tree, cites);
  }
}
