// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.compare;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Words;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The same questions under several notices. A question may use words that only one of the packs
 * declares (a setting, a consent): to the others nothing of the kind is there. What only one pack
 * can be asked in, such as the name of its form, stands under {@code put: {PACK: {given, ask}}} and
 * is laid over the question for that pack alone. Each question happens on the day its pack came
 * into force, unless it names a day. One thread.
 */
public final class Comparison {
  /** What one pack answers, and whether it was asked in words of its own. */
  public record Reply(Decision decision, boolean ownWords) {}

  /** One question and what each pack answers, in the order of the packs. */
  public record Line(String name, Map<String, Reply> replies) {}

  private final List<PackSource> packs;
  private final Function<History, Decider> engine;

  public Comparison(List<PackSource> packs, Function<History, Decider> engine) {
    this.packs = List.copyOf(packs);
    this.engine = engine;
  }

  /**
   * Asks every pack each {@code {name, given, ask, put}}. What {@code given} does not mention was
   * read and is not there, as in scenarios.
   */
  public List<Line> of(List<Node> questions, List<Fault> faults) {
    Map<String, Set<String>> declared = declared(faults);
    List<Decider> deciders = packs.stream().map(p -> engine.apply(p.history())).toList();
    List<Line> lines = new ArrayList<>();
    for (Node question : questions) {
      Map<String, Reply> replies = new LinkedHashMap<>();
      Map<Fault, List<String>> wrong = new LinkedHashMap<>();
      Form form = Form.of(question, "a question", faults);
      String name = form.required("name");
      for (int i = 0; i < packs.size(); i++) {
        PackSource pack = packs.get(i);
        Decider decider = deciders.get(i);
        String id = pack.header().id();
        Optional<Node.Fields> own = own(form, id);
        Node.Fields put = own.map(asked(form)::under).orElse(asked(form));
        List<Fault> mine = new ArrayList<>();
        ask(put, pack, declared, mine)
            .map(ask -> decider.decide(ask.question()))
            .ifPresent(d -> replies.put(id, new Reply(d, own.isPresent())));
        mine.forEach(fault -> wrong.computeIfAbsent(fault, f -> new ArrayList<>()).add(id));
      }
      form.done();
      wrong.forEach((fault, asked) -> faults.add(named(fault, asked)));
      lines.add(new Line(name, replies));
    }
    return lines;
  }

  /** The question without what is not part of it. */
  private static Node.Fields asked(Form form) {
    Map<String, Node.Field> asked = new LinkedHashMap<>(form.node().fields());
    asked.keySet().removeAll(Set.of("name", "put"));
    asked.keySet().forEach(form::has);
    return new Node.Fields(asked, form.where());
  }

  private static Optional<Node.Fields> own(Form form, String pack) {
    return form.form("put", "`put`")
        .flatMap(put -> put.form(pack, "`" + pack + "`"))
        .map(Form::node);
  }

  private static Optional<Ask.Decide> ask(
      Node.Fields question,
      PackSource pack,
      Map<String, Set<String>> declared,
      List<Fault> faults) {
    Form form = new Form(question, "a question", faults);
    Words words = new Words(pack.lexicon(), declared, faults);
    Optional<Ask> ask = new AskReader(words, pack.header().inForce()).found(form);
    form.done();
    if (ask.isEmpty()) return Optional.empty();
    if (ask.get() instanceof Ask.Decide decide) return Optional.of(decide);
    form.fault(
        "PRB-N028",
        "only questions for a decision can be compared",
        "name an action and its data",
        question.where());
    return Optional.empty();
  }

  private static Fault named(Fault fault, List<String> packs) {
    return fault.code().equals("PRB-N013")
        ? new Fault(
            fault.code(),
            fault.sentence() + " of " + String.join(", ", packs),
            fault.fix(),
            fault.where())
        : fault;
  }

  /** The words that any of the packs declares, and every known signal. */
  private Map<String, Set<String>> declared(List<Fault> faults) {
    Map<String, Set<String>> declared = new TreeMap<>();
    for (PackSource pack : packs) {
      pack.words(faults)
          .declared()
          .forEach((section, names) -> names(declared, section).addAll(names));
      names(declared, "choice").addAll(pack.lexicon().section("signal").keySet());
    }
    return declared;
  }

  private static Set<String> names(Map<String, Set<String>> declared, String section) {
    return declared.computeIfAbsent(section, s -> new TreeSet<>());
  }
}
