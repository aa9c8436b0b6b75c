// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.NoticeGiven;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Floor;
import dev.probity.kernel.term.Regions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All questions about one element at one moment, with everything that may be known: a literal for
 * each way in which two of them differ as far as any clause can tell. One thread.
 */
final class Space {
  private final Gates gates;
  private final Instant at;
  private final Asking asking;
  private final Coverage coverage;
  private final Layer first;
  private final Map<Kind, Integer> read = new EnumMap<>(Kind.class);
  private final Map<Whose, Places> places = new EnumMap<>(Whose.class);
  private final Map<Whose, Ages> ages = new EnumMap<>(Whose.class);
  private final Map<ChannelLevel, Integer> channel = new EnumMap<>(ChannelLevel.class);
  private final Map<String, Integer> roles = new TreeMap<>();
  private final Map<String, Integer> relations = new TreeMap<>();
  private final Map<String, Integer> states = new TreeMap<>();
  private final Map<NoticeGiven, Integer> notices = new HashMap<>();
  private final Map<String, Integer> pinned = new TreeMap<>();
  private final Papers papers;
  private final Choices choices;
  private final Consents consents;

  /**
   * @param regions every region that can be stated, where the caller knows
   */
  Space(Gates gates, Spoken spoken, Instant at, Collection<String> regions) {
    this.gates = gates;
    this.at = at;
    this.first = spoken.layers().getFirst();
    this.asking = new Asking(gates, spoken);
    this.coverage = new Coverage(gates, asking, spoken.layers());
    for (Kind kind : Kind.values()) read.put(kind, gates.variable());
    channels();
    roles(spoken);
    people(spoken, regions);
    Places subject = Total.at(places, Whose.SUBJECT);
    this.papers = new Papers(gates, coverage, spoken, at, looked(Kind.EVIDENCE));
    this.choices = new Choices(gates, asking, spoken, looked(Kind.CHOICE));
    this.consents = new Consents(gates, coverage, asking, subject, spoken, looked(Kind.CONSENT));
  }

  private void channels() {
    int before = Gates.TRUE;
    for (ChannelLevel level : ChannelLevel.values()) {
      int here = gates.variable();
      gates.solver().add(-here, before);
      channel.put(level, here);
      before = here;
    }
  }

  private void roles(Spoken spoken) {
    for (Layer layer : spoken.layers()) {
      for (Floor floor : InOrder.of(layer.rules().vocabulary().floors()).values())
        InOrder.of(floor.byRole().keySet()).forEach(this::role);
    }
    for (var asked : spoken.conditions())
      if (asked.condition() instanceof Condition.Role r) role(r.kind());
  }

  private void people(Spoken spoken, Collection<String> regions) {
    Set<String> named = new TreeSet<>();
    Set<Regions> readings = new HashSet<>();
    for (Layer layer : spoken.layers()) {
      readings.add(layer.rules().vocabulary().regions());
      for (var rule : layer.rules().consents().values())
        for (String key : rule.regime().keySet()) named.add(key.replaceAll("/.*", ""));
    }
    Set<Whose> placed = EnumSet.of(Whose.SUBJECT);
    Map<Whose, TreeSet<Integer>> bounds = new EnumMap<>(Whose.class);
    for (var asked : spoken.conditions()) {
      if (asked.condition() instanceof Condition.Region r) {
        named.addAll(r.in());
        placed.add(r.of());
      }
      if (asked.condition() instanceof Condition.Age a)
        bounds.computeIfAbsent(a.of(), k -> new TreeSet<>()).add(a.bound());
    }
    named.remove("default");
    Atlas atlas = new Atlas(Stated.regions(regions, named, readings), readings, named);
    for (Whose of : placed) places.put(of, new Places(gates, atlas, looked(Kind.REGION)));
    bounds.forEach((of, asked) -> ages.put(of, new Ages(gates, asked, looked(Kind.AGE))));
  }

  Instant at() {
    return at;
  }

  Gates gates() {
    return gates;
  }

  Asking asking() {
    return asking;
  }

  private int looked(Kind kind) {
    return Total.at(read, kind);
  }

  private int role(String kind) {
    return roles.computeIfAbsent(kind, k -> gates.variable());
  }

  /** The datum was collected under that version. */
  int pinned(String version) {
    return pinned.computeIfAbsent(
        version,
        k -> {
          int here = gates.variable();
          pinned.values().forEach(other -> gates.solver().add(-here, -other));
          return here;
        });
  }

  Both read(Condition condition, Layer layer) {
    return switch (condition) {
      case Condition.Consent c -> consents.of(c, layer);
      case Condition.Choice c -> choices.of(c, layer);
      case Condition.Notice c -> notice(c, layer);
      case Condition.Relation c -> listed(relations, c.kind(), Kind.RELATION);
      case Condition.Evidence c -> papers.of(c, layer);
      case Condition.Region c ->
          Total.at(places, c.of()).of(layer.rules().vocabulary().regions(), c.in());
      case Condition.Age c -> Total.at(ages, c.of()).of(c);
      case Condition.Role c -> new Both(role(c.kind()), gates.and(-role(c.kind()), rolesKnown()));
      case Condition.State c -> listed(states, c.kind(), Kind.STATE);
      case Condition.Channel c -> channel(c);
    };
  }

  private Both listed(Map<String, Integer> found, String kind, Kind kindRead) {
    int here = found.computeIfAbsent(kind, k -> gates.variable());
    return new Both(here, gates.and(-here, looked(kindRead)));
  }

  private Both notice(Condition.Notice asked, Layer layer) {
    int any = given(new NoticeGiven(asked.what(), ""));
    int own = given(new NoticeGiven(asked.what(), layer.rules().version()));
    int yes = gates.or(any, own);
    return new Both(yes, gates.and(-yes, looked(Kind.NOTICE)));
  }

  private int given(NoticeGiven notice) {
    return notices.computeIfAbsent(notice, n -> gates.variable());
  }

  private Both channel(Condition.Channel asked) {
    int yes = Total.at(channel, asked.atLeast());
    int chosen = Total.at(channel, ChannelLevel.PLAIN);
    return new Both(
        yes, gates.or(gates.and(chosen, -yes), gates.and(-chosen, looked(Kind.CHANNEL))));
  }

  int rolesKnown() {
    List<Integer> any = new ArrayList<>(roles.values());
    any.add(looked(Kind.ROLE));
    return gates.or(any);
  }

  /** The element's class, as the layer sees it, is at least this. */
  int atLeast(DataClass least, Layer layer) {
    if (least == DataClass.PUBLIC) return Gates.TRUE;
    List<Integer> any = new ArrayList<>();
    any.add(asking.raised(least));
    Axis data = asking.axis(Dimension.DATA);
    Asking.floors(data, layer)
        .forEach(
            (floor, words) ->
                any.add(
                    gates.and(
                        reaches(floor, least),
                        asking.inside(Dimension.DATA, words, layer, false))));
    int reached = gates.or(any);
    if (least == DataClass.NON_PII) return reached;
    return gates.and(reached, -read(Spoken.DEIDENTIFIED, layer).yes());
  }

  private int reaches(Floor floor, DataClass least) {
    if (floor.floor().compareTo(least) >= 0) return Gates.TRUE;
    List<Integer> any = new ArrayList<>();
    InOrder.of(floor.byRole())
        .forEach(
            (role, higher) -> {
              if (higher.compareTo(least) >= 0) any.add(role(role));
            });
    if (!any.isEmpty()) any.add(-rolesKnown());
    return gates.or(any);
  }

  /** The question of the model found last; nothing where no record can be as the model wants it. */
  Optional<Question> question() {
    Optional<List<Document>> documents = papers.documents();
    if (documents.isEmpty()) return Optional.empty();
    Optional<List<ConsentRecord>> records = consents.records();
    if (records.isEmpty()) return Optional.empty();
    Question question =
        Question.of(
            asking.term(Dimension.ACTION).orElseThrow(),
            List.of(asking.term(Dimension.DATA).orElseThrow()),
            at,
            facts(records.get(), documents.get()));
    for (Dimension d : EnumSet.range(Dimension.PURPOSE, Dimension.TECHNOLOGY)) {
      Optional<String> term = asking.term(d).filter(t -> !t.equals(Question.NO_TECHNOLOGY));
      if (term.isPresent()) question = question.with(d, term.get());
    }
    if (asking.mode().isPresent()) question = question.with(Tie.MODE, asking.mode().get());
    if (gates.holds(asking.subject())) question = question.with(Tie.SUBJECT, Coverage.SUBJECT);
    if (asking.raising().isPresent()) question = question.withClass(asking.raising().get());
    for (String version : holding(pinned)) question = question.withPinned(version);
    return Optional.of(question);
  }

  private Facts facts(List<ConsentRecord> records, List<Document> documents) {
    Set<Kind> looked = EnumSet.noneOf(Kind.class);
    read.forEach(
        (kind, literal) -> {
          if (gates.holds(literal)) looked.add(kind);
        });
    Map<Whose, String> regions = new EnumMap<>(Whose.class);
    places.forEach((whose, p) -> p.place().ifPresent(r -> regions.put(whose, r)));
    Map<Whose, Band> bands = new EnumMap<>(Whose.class);
    ages.forEach((whose, a) -> a.band().ifPresent(b -> bands.put(whose, b)));
    ChannelLevel chosen = null;
    for (var entry : channel.entrySet()) if (gates.holds(entry.getValue())) chosen = entry.getKey();
    Set<NoticeGiven> given = new LinkedHashSet<>();
    notices.forEach(
        (notice, literal) -> {
          if (gates.holds(literal)) given.add(notice);
        });
    return new Facts(
        looked,
        records,
        choices.recorded(first),
        given,
        holding(relations),
        documents,
        regions,
        bands,
        holding(roles),
        holding(states),
        chosen);
  }

  private Set<String> holding(Map<String, Integer> found) {
    Set<String> holding = new TreeSet<>();
    found.forEach(
        (word, literal) -> {
          if (gates.holds(literal)) holding.add(word);
        });
    return holding;
  }
}
