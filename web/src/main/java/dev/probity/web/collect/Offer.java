// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Question;
import dev.probity.notice.pack.Point;
import dev.probity.store.subject.Subjects;
import dev.probity.web.decide.Controller;
import dev.probity.web.decide.FactSheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an open form has to ask beside the fields of its point, and whether there can be one: found
 * by deciding about somebody nobody knows, who fills in every field and agrees to no more than the
 * form is for, at every place and age that the pack tells apart. Immutable; costs some hundred
 * decisions.
 *
 * @param denied why nobody could send it; nothing where somebody could
 * @param region whether where she lives makes a difference
 * @param age whether how old she is does, or, where she hands over another's data, how old who does
 *     it is
 * @param subjectAge whether how old the other is does
 * @param role whether it has to be said that the company acts for itself here, as it does with a
 *     form of its own; left unsaid where that is not needed, as what is unknown is judged strictly
 * @param gated whether the notice has to be shown first
 * @param regions those that are told apart, of subdivisions the code of their country too
 */
record Offer(
    Optional<Decision> denied,
    boolean region,
    boolean age,
    boolean subjectAge,
    boolean role,
    boolean gated,
    Set<String> regions) {
  /** The role of a company on its own site. */
  static final String ROLE = "controller";

  static Offer of(Controller controller, Point point, Subjects subjects, Instant at) {
    Offer unsaid = new Trial(controller, point, subjects, at, Set.of()).offer();
    boolean own = controller.source().header().roles().contains(ROLE);
    if (unsaid.denied().isEmpty() || !own) return unsaid;
    Offer said = new Trial(controller, point, subjects, at, Set.of(ROLE)).offer();
    return said.denied().isEmpty() ? said : unsaid;
  }

  /** A field of which no open form can ask. */
  static boolean isSecret(String element, Controller controller) {
    var data = controller.source().pack().vocabulary().tree(dev.probity.kernel.term.Dimension.DATA);
    return Shape.of(element, data) == Shape.SECRET;
  }

  /** All that a pack and the laws over it read of the facts. */
  static Stream<Condition> conditions(Pack pack) {
    return Stream.concat(Stream.of(pack), pack.overlays().stream().map(o -> o.pack()))
        .flatMap(p -> p.clauses().stream())
        .flatMap(Clause::conditions);
  }

  private static final class Trial {
    private static final int UNKNOWN = -1;

    private final Controller controller;
    private final Question asked;
    private final Set<String> roles;
    private final boolean own;
    private final Set<String> regions = new TreeSet<>();
    private final TreeSet<Integer> ages = new TreeSet<>();
    private final Map<String, Decision> known = new HashMap<>();

    Trial(Controller controller, Point point, Subjects subjects, Instant at, Set<String> roles) {
      this.controller = controller;
      this.roles = roles;
      this.own = Collecting.isOwn(point, controller);
      SortedMap<String, String> fields = new TreeMap<>();
      point.fields().keySet().stream()
          .filter(element -> !isSecret(element, controller))
          .forEach(element -> fields.put(element, "x"));
      Map<String, String> consents = new TreeMap<>();
      point
          .asks()
          .forEach(
              (id, asking) ->
                  consents.put(
                      id, FormPage.isNeeded(asking, point, controller) ? "opt-in" : "refused"));
      Pack pack = Collecting.current(controller, at);
      Posting posting =
          new Posting(
              Optional.empty(),
              fields,
              consents,
              Map.of(),
              pack.version(),
              Map.of(),
              Optional.empty(),
              true,
              "",
              Optional.empty());
      FactSheet sheet = FactSheet.of(new byte[0]);
      new Establishing(controller, point, at).on(sheet, posting);
      this.asked =
          new Collecting(controller, point, subjects)
              .question(
                  posting,
                  sheet,
                  FactSheet.of(new byte[0]),
                  subjects.registers().standing(controller.id()),
                  at);
      told(pack);
    }

    private void told(Pack pack) {
      regions.add("");
      Stream.concat(conditions(pack), pack.overlays().stream().flatMap(o -> o.when().stream()))
          .forEach(
              condition -> {
                if (condition instanceof Condition.Region region) region.in().forEach(this::place);
                if (condition instanceof Condition.Age age) {
                  ages.add(age.bound());
                  ages.add(age.bound() - 1);
                }
              });
      pack.consents().values().stream()
          .flatMap(rule -> rule.regime().keySet().stream())
          .filter(key -> !key.equals("default"))
          .forEach(key -> place(key.split("/", 2)[0]));
      // Why: somewhere that no clause names.
      regions.add("AQ");
    }

    /** A named set by one of its members, which nobody lives in as such. */
    private void place(String region) {
      var word = controller.source().lexicon().section("region").get(region);
      if (word == null || word.members().isEmpty()) regions.add(region);
      else word.members().stream().sorted().findFirst().ifPresent(regions::add);
    }

    Offer offer() {
      List<Integer> old = new ArrayList<>(ages);
      old.add(Band.OLDEST);
      boolean region = false;
      boolean age = false;
      boolean subjectAge = false;
      boolean gated = false;
      @Nullable Decision denied = null;
      boolean open = false;
      for (String place : regions) {
        int other = other(place, old);
        Decision grown = decide(place, Band.OLDEST, other, true);
        open |= grown.permits();
        if (!grown.permits() && denied == null) denied = grown;
        gated |= grown.permits() && !decide(place, Band.OLDEST, other, false).permits();
        region |= grown.permits() != decide("", Band.OLDEST, other, true).permits();
        for (int years : old) {
          age |= decide(place, years, other, true).permits() != grown.permits();
          subjectAge |= decide(place, Band.OLDEST, years, true).permits() != grown.permits();
        }
        age |= decide(place, UNKNOWN, other, true).permits() != grown.permits();
        subjectAge |= decide(place, Band.OLDEST, UNKNOWN, true).permits() != grown.permits();
      }
      Set<String> places = new TreeSet<>(regions);
      places.remove("");
      return new Offer(
          open ? Optional.empty() : Optional.ofNullable(denied),
          region,
          age,
          subjectAge && !own,
          !roles.isEmpty(),
          gated,
          places);
    }

    /** Of another, the age at which something may be taken of her here, where there is one. */
    private int other(String place, List<Integer> old) {
      return own
          ? Band.OLDEST
          : old.stream()
              .sorted(Comparator.reverseOrder())
              .filter(years -> decide(place, Band.OLDEST, years, true).permits())
              .findFirst()
              .orElse(Band.OLDEST);
    }

    /**
     * @param other how old the other is, where she hands over another's data
     */
    private Decision decide(String region, int age, int other, boolean notice) {
      return known.computeIfAbsent(
          region + " " + age + " " + (own ? age : other) + " " + notice,
          k -> controller.engine().decide(asked.withFacts(facts(region, age, other, notice))));
    }

    private Map<Whose, Band> ages(int age, int other) {
      Map<Whose, Band> ages = new EnumMap<>(Whose.class);
      if (age != UNKNOWN) ages.put(Whose.ACTOR, Band.exactly(age));
      int subject = own ? age : other;
      if (subject != UNKNOWN) ages.put(Whose.SUBJECT, Band.exactly(subject));
      return ages;
    }

    private Facts facts(String region, int age, int other, boolean notice) {
      Facts all = asked.facts();
      return new Facts(
          all.read(),
          all.consents(),
          all.choices(),
          notice ? all.notices() : Set.of(),
          all.relations(),
          all.evidence(),
          region.isEmpty() ? Map.of() : Map.of(Whose.SUBJECT, region),
          ages(age, other),
          roles,
          all.states(),
          all.channel());
    }
  }
}
