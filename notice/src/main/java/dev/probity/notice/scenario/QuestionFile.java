// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.NoticeGiven;
import dev.probity.kernel.question.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A question as the file that {@link AskReader} reads, which gives the same question again: a tree
 * of maps, lists and strings, the same for equal questions. Stateless.
 */
public final class QuestionFile {
  private QuestionFile() {}

  public static Map<String, Object> tree(Question question) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("date", date(question.at()));
    if (question.pinned() != null) given.put("pinned", question.pinned());
    found(question.facts(), given);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("given", given);
    tree.put("ask", ask(question));
    return tree;
  }

  private static Map<String, Object> ask(Question question) {
    Map<String, Object> ask = new LinkedHashMap<>();
    List<String> data = question.data();
    ask.put(question.action(), data.size() == 1 ? data.getFirst() : data);
    AskReader.KEYS.forEach((d, key) -> question.term(d).ifPresent(term -> ask.put(key, term)));
    // Why: one party of a kind of recipient is written in the place of the kind.
    if (question.ties().containsKey(Tie.RECIPIENT))
      ask.put("to", Objects.requireNonNull(question.ties().get(Tie.RECIPIENT)));
    if (question.dataClass() != null) ask.put("class", question.dataClass().name());
    if (question.joined()) ask.put("joined", "true");
    for (Tie tie : List.of(Tie.MODE, Tie.SUBJECT)) {
      String value = question.ties().get(tie);
      if (value != null) ask.put(word(tie), value);
    }
    return ask;
  }

  private static void found(Facts f, Map<String, Object> given) {
    Map<Kind, Object> found = new EnumMap<>(Kind.class);
    put(found, Kind.CONSENT, f.consents().stream().map(QuestionFile::consent).toList());
    if (!f.choices().isEmpty()) {
      Map<String, Object> choices = new TreeMap<>();
      f.choices().forEach((id, values) -> choices.put(id, sorted(values)));
      found.put(Kind.CHOICE, choices);
    }
    put(found, Kind.NOTICE, notices(f.notices()));
    put(found, Kind.RELATION, sorted(f.relations()));
    put(found, Kind.EVIDENCE, f.evidence().stream().map(QuestionFile::document).toList());
    Map<Whose, Object> regions = new EnumMap<>(Whose.class);
    regions.putAll(f.regions());
    people(found, Kind.REGION, regions);
    Map<Whose, Object> ages = new EnumMap<>(Whose.class);
    f.ages().forEach((whose, band) -> ages.put(whose, band(band)));
    people(found, Kind.AGE, ages);
    put(found, Kind.ROLE, sorted(f.roles()));
    put(found, Kind.STATE, sorted(f.states()));
    if (f.channel() != null) found.put(Kind.CHANNEL, word(f.channel()));
    found.forEach((kind, value) -> given.put(word(kind), value));
    looked(f, found.keySet(), given);
  }

  private static void put(Map<Kind, Object> found, Kind kind, Collection<?> values) {
    if (!values.isEmpty()) found.put(kind, values);
  }

  private static void people(Map<Kind, Object> found, Kind kind, Map<Whose, Object> of) {
    Map<String, Object> named = new LinkedHashMap<>();
    of.forEach((whose, value) -> named.put(whose.word(), value));
    if (!named.isEmpty()) found.put(kind, named);
  }

  /** Naming what was found of most kinds says that these were read; the rest has to be said. */
  private static void looked(Facts f, Set<Kind> found, Map<String, Object> given) {
    List<String> read = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      boolean says = found.contains(kind) && !FactsReader.single(kind);
      if (f.wasRead(kind) && !says) read.add(word(kind));
      if (!f.wasRead(kind) && says) unknown.add(word(kind));
    }
    if (!read.isEmpty()) given.put("read", read);
    if (!unknown.isEmpty()) given.put("unknown", unknown);
  }

  private static Map<String, Object> consent(ConsentRecord record) {
    boolean refused = record.answer() == ConsentRecord.Answer.REFUSED;
    boolean always = Instant.EPOCH.equals(record.withdrawn());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", record.id());
    tree.put("level", refused ? "refused" : always ? "withdrawn" : record.level().word());
    covers(record.covers(), tree);
    date("from", record.from(), tree);
    if (refused || !always) date("withdrawn", record.withdrawn(), tree);
    return tree;
  }

  private static Object document(Document document) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!document.id().isEmpty()) tree.put("id", document.id());
    tree.put("kind", document.kind());
    covers(document.covers(), tree);
    date("from", document.from(), tree);
    date("until", document.until(), tree);
    return tree.size() == 1 ? document.kind() : tree;
  }

  private static void covers(Map<Tie, Set<String>> covers, Map<String, Object> tree) {
    if (covers.isEmpty()) return;
    Map<Tie, Set<String>> inOrder = new EnumMap<>(covers);
    Map<String, Object> ties = new LinkedHashMap<>();
    inOrder.forEach((tie, values) -> ties.put(word(tie), sorted(values)));
    tree.put("covers", ties);
  }

  private static List<Object> notices(Set<NoticeGiven> given) {
    Map<String, Object> byName = new TreeMap<>();
    for (NoticeGiven notice : given) {
      String what = notice.what();
      String version = notice.version();
      byName.put(
          what + " " + version,
          version.isEmpty() ? what : new TreeMap<>(Map.of("what", what, "version", version)));
    }
    return List.copyOf(byName.values());
  }

  private static Object band(Band band) {
    if (band.from() == band.to()) return String.valueOf(band.from());
    Map<String, Object> tree = new LinkedHashMap<>();
    if (band.from() > 0) tree.put("at-least", String.valueOf(band.from()));
    if (band.to() < Band.OLDEST) tree.put("below", String.valueOf(band.to() + 1));
    return tree;
  }

  private static void date(String key, @Nullable Instant at, Map<String, Object> tree) {
    if (at != null) tree.put(key, date(at));
  }

  private static String date(Instant at) {
    String text = at.toString();
    return text.endsWith("T00:00:00Z") ? text.substring(0, text.indexOf('T')) : text;
  }

  private static List<String> sorted(Set<String> words) {
    return List.copyOf(new TreeSet<>(words));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
