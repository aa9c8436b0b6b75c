// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.fault.Where;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Truth;
import dev.probity.kernel.term.Vocabulary;
import dev.probity.notice.pack.Moments;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether documents count. One that names recipients, purposes or data counts for these alone,
 * whatever the clause that reads it ties: what a paper was never about it does not show. Stateless.
 *
 * @param vocabulary of the pack that decides
 */
public record Reckoning(Vocabulary vocabulary) {
  /** What the document itself lacks, whenever and whatever is asked; all of it at once. */
  public static List<Lack> lacking(Filed filed) {
    Set<Lack> lacks = new TreeSet<>();
    Set<String> met = new HashSet<>();
    Map<String, Element> elements = filed.kind().elements();
    for (Element element : elements.values())
      if (!element.either().isEmpty() && there(element, filed)) met.add(element.either());
    for (Element element : elements.values()) {
      boolean there = there(element, filed);
      boolean needed =
          element.either().isEmpty()
              ? element.neededBeside(filed.values())
              : !met.contains(element.either());
      if (needed && !there) lacks.add(lack(element, Lack.Why.MISSING));
      chosen(element, filed)
          .filter(Element.Value::none)
          .ifPresent(v -> lacks.add(lack(element, Lack.Why.NONE)));
    }
    return List.copyOf(lacks);
  }

  /** Whether it lacks nothing and is in force, whatever is asked. */
  public static boolean stands(Filed filed, Instant at) {
    return inTime(filed, at).isEmpty() && lacking(filed).isEmpty();
  }

  /** Why the document does not count for a question; nothing where it does. */
  public List<Lack> lacks(Filed filed, Asking asking) {
    List<Lack> lacks = new ArrayList<>(lacking(filed));
    Counting counts = filed.kind().counts();
    Map<String, Element> elements = filed.kind().elements();
    Instant at = asking.at();
    lacks.addAll(inTime(filed, at));
    if (!counts.windows().isEmpty() && filed.windows().stream().noneMatch(w -> w.has(at)))
      lacks.add(lack(element(elements, counts.windows()), Lack.Why.NOT_YET));
    if (!counts.actor().isEmpty() && !filed.one(counts.actor()).equals(asking.actor()))
      lacks.add(lack(element(elements, counts.actor()), Lack.Why.ELSEWHERE));
    if (counts.grows() != null && grown(filed, counts.grows(), asking))
      lacks.add(lack(element(elements, counts.grows().born()), Lack.Why.GROWN));
    elsewhere(filed, asking)
        .forEach(name -> lacks.add(lack(element(elements, name), Lack.Why.ELSEWHERE)));
    return lacks.stream().distinct().sorted().toList();
  }

  private static List<Lack> inTime(Filed filed, Instant at) {
    List<Lack> lacks = new ArrayList<>();
    Counting counts = filed.kind().counts();
    Map<String, Element> elements = filed.kind().elements();
    if (filed.ended() != null && !at.isBefore(filed.ended()))
      lacks.add(new Lack(filed.kind().name(), Lack.Why.ENDED, filed.kind().law()));
    Instant from = moment(filed, counts.from());
    if (from != null && at.isBefore(from))
      lacks.add(lack(element(elements, counts.from()), Lack.Why.NOT_YET));
    for (String until : counts.until()) {
      Instant ends = moment(filed, until);
      if (ends != null && !at.isBefore(ends))
        lacks.add(lack(element(elements, until), Lack.Why.EXPIRED));
    }
    for (Element element : elements.values())
      chosen(element, filed)
          .flatMap(v -> outside(v, at))
          .ifPresent(w -> lacks.add(lack(element, w)));
    return lacks;
  }

  private Set<String> elsewhere(Filed filed, Asking asking) {
    Counting counts = filed.kind().counts();
    Set<String> apart = new TreeSet<>();
    counts
        .covers()
        .forEach(
            (tie, name) -> {
              if (!filed.all(name).isEmpty() && !about(tie, filed.all(name), asking))
                apart.add(name);
            });
    if (!counts.to().isEmpty()
        && !asking.recipient().isEmpty()
        && !recipient(filed.all(counts.to()), asking.recipient())) apart.add(counts.to());
    if (!counts.destination().isEmpty() && !reaches(filed.all(counts.destination()), asking))
      apart.add(counts.destination());
    return apart;
  }

  /** What is shared with nobody does not depend on with whom a contract is. */
  private boolean about(Tie tie, List<String> named, Asking asking) {
    return switch (tie) {
      case RECIPIENT -> !asking.shared() || recipient(named, asking.recipient());
      case PURPOSE -> within(Dimension.PURPOSE, asking.purpose(), named);
      case DATA -> asking.data().stream().allMatch(d -> within(Dimension.DATA, d, named));
      case SUBJECT, MODE -> true;
    };
  }

  private boolean within(Dimension dimension, String asked, List<String> named) {
    return !asked.isEmpty()
        && named.stream().anyMatch(n -> vocabulary.tree(dimension).within(asked, n));
  }

  /** {@code partner} stands for every partner, {@code partner/acme} for that one. */
  private boolean recipient(List<String> named, String asked) {
    String kind = asked.contains("/") ? asked.substring(0, asked.indexOf('/')) : asked;
    return named.stream()
        .anyMatch(
            n ->
                n.contains("/")
                    ? n.equals(asked)
                    : !kind.isEmpty() && vocabulary.tree(Dimension.RECIPIENT).within(kind, n));
  }

  private boolean reaches(List<String> named, Asking asking) {
    return !asking.destination().isEmpty()
        && named.stream()
            .anyMatch(n -> vocabulary.regions().inside(asking.destination(), n) == Truth.TRUE);
  }

  private static boolean grown(Filed filed, Counting.Growing grows, Asking asking) {
    boolean ends =
        filed.kind().elements().values().stream()
            .anyMatch(e -> chosen(e, filed).filter(Element.Value::grows).isPresent());
    if (!ends) return false;
    String stated = filed.one(grows.age());
    int age = stated.isEmpty() ? grows.otherwise() : Integer.parseInt(stated);
    if (asking.age() != null && asking.age().atLeast(age) == Truth.TRUE) return true;
    Instant born = moment(filed, grows.born());
    return born != null
        && !asking.at().isBefore(born.atZone(ZoneOffset.UTC).plusYears(age).toInstant());
  }

  private static Optional<Lack.Why> outside(Element.Value value, Instant at) {
    if (value.from() != null && at.isBefore(value.from())) return Optional.of(Lack.Why.NOT_YET);
    if (value.until() != null && !at.isBefore(value.until())) return Optional.of(Lack.Why.VOID);
    return Optional.empty();
  }

  private static boolean there(Element element, Filed filed) {
    return switch (element.type()) {
      case FLAG -> filed.one(element.name()).equals("true");
      case WINDOWS -> !filed.windows().isEmpty();
      case TEXT, DATE, WORDS, ONE_OF, PERSON, YEARS -> !filed.one(element.name()).isEmpty();
    };
  }

  static Optional<Element.Value> chosen(Element element, Filed filed) {
    return Optional.ofNullable(element.values().get(filed.one(element.name())));
  }

  static @Nullable Instant moment(Filed filed, String element) {
    String text = filed.one(element);
    if (text.isEmpty()) return null;
    return Moments.instant(text, Where.file("register"), new ArrayList<>()).orElse(null);
  }

  private static Element element(Map<String, Element> elements, String name) {
    Element element = elements.get(name);
    if (element == null) throw new IllegalStateException("a kind counts by what it has not");
    return element;
  }

  private static Lack lack(Element element, Lack.Why why) {
    return new Lack(element.name(), why, element.cite());
  }
}
