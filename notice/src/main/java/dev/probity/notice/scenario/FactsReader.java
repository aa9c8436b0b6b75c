// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.NoticeGiven;
import dev.probity.notice.pack.Moments;
import dev.probity.notice.pack.Words;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code given} and {@code asserted}. In a scenario a kind not mentioned was read and is not
 * there; in a question file it is unknown. One thread.
 */
final class FactsReader {
  private final Words words;
  private final List<Fault> faults;

  FactsReader(Words words) {
    this.words = words;
    this.faults = words.faults();
  }

  /**
   * @param complete whether what is not mentioned was read and is not there
   */
  Facts read(Form given, boolean complete) {
    Map<Whose, String> regions = regions(given);
    Map<Whose, Band> ages = ages(given);
    Set<Kind> read = EnumSet.noneOf(Kind.class);
    if (complete) read.addAll(EnumSet.complementOf(EnumSet.of(Kind.CHANNEL)));
    for (Kind kind : Kind.values()) {
      if (given.has(name(kind)) && !single(kind)) read.add(kind);
    }
    for (String looked : given.words("read")) {
      Form.constant(looked, Kind.class, given.where("read"), faults).ifPresent(read::add);
    }
    for (String unknown : given.words("unknown")) {
      Form.constant(unknown, Kind.class, given.where("unknown"), faults).ifPresent(read::remove);
    }
    Map<String, Set<String>> recorded = choices(given);
    return new Facts(
        read,
        consents(given),
        recorded,
        notices(given),
        words.checked(given, "relation", "relation"),
        documents(given, "evidence"),
        regions,
        ages,
        words.checked(given, "role", "role"),
        words.checked(given, "state", "state"),
        given.oneOf("channel", ChannelLevel.class).orElse(null));
  }

  /** One value, which says nothing of others: of an actor's age where the subject's is given. */
  static boolean single(Kind kind) {
    return kind == Kind.REGION || kind == Kind.AGE || kind == Kind.CHANNEL;
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  private Map<Whose, String> regions(Form given) {
    Map<Whose, String> regions = new EnumMap<>(Whose.class);
    Optional<Node> node = given.get("region");
    if (node.isEmpty()) return regions;
    if (node.get() instanceof Node.Text text) {
      regions.put(Whose.SUBJECT, words.check("region", text.value(), text.where()));
      return regions;
    }
    given.each(
        "region",
        (whose, value) -> {
          if (value instanceof Node.Text text) {
            Form.constant(whose, Whose.class, value.where(), faults)
                .ifPresent(w -> regions.put(w, words.check("region", text.value(), text.where())));
          } else {
            given.fault(
                "PRB-N012",
                "a region is one word, not " + value.kind(),
                "write `region: {subject: EEA}`",
                value.where());
          }
        });
    return regions;
  }

  private Map<Whose, Band> ages(Form given) {
    Map<Whose, Band> ages = new EnumMap<>(Whose.class);
    given.each(
        "age",
        (whose, value) ->
            Form.constant(whose, Whose.class, value.where(), faults)
                .ifPresent(w -> band(value).ifPresent(b -> ages.put(w, b))));
    return ages;
  }

  private Optional<Band> band(Node node) {
    if (node instanceof Node.Text text) return years(text.value(), node).map(Band::exactly);
    Form form = Form.of(node, "an age band", faults);
    int from = form.text("at-least").flatMap(t -> years(t, node)).orElse(0);
    int below = form.text("below").flatMap(t -> years(t, node)).orElse(Band.OLDEST + 1);
    form.done();
    if (from >= below) {
      form.fault(
          "PRB-N014", "this age band is empty", "write `{at-least: 13, below: 18}`", node.where());
      return Optional.empty();
    }
    return Optional.of(new Band(from, below - 1));
  }

  private Optional<Integer> years(String text, Node node) {
    if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= Band.OLDEST)
      return Optional.of(Integer.valueOf(text));
    faults.add(
        new Fault(
            "PRB-N014", "this is not an age in years", "write a number such as 16", node.where()));
    return Optional.empty();
  }

  private Map<String, Set<String>> choices(Form given) {
    Map<String, Set<String>> choices = new HashMap<>();
    given
        .form("choice", "`choice`")
        .ifPresent(
            form ->
                form.each(
                    (id, value) -> {
                      words.check("choice", id, value.where());
                      choices.put(id, Set.copyOf(form.words(id)));
                    }));
    return choices;
  }

  private Set<NoticeGiven> notices(Form given) {
    Set<NoticeGiven> notices = new HashSet<>();
    for (Node node : given.oneOrMany("notice")) {
      if (node instanceof Node.Text text) {
        notices.add(new NoticeGiven(words.check("notice", text.value(), text.where()), ""));
      } else {
        Form form = Form.of(node, "a notice given", faults);
        notices.add(
            new NoticeGiven(
                words.check("notice", form.required("what"), node.where()),
                form.text("version", "")));
        form.done();
      }
    }
    return notices;
  }

  private List<ConsentRecord> consents(Form given) {
    List<ConsentRecord> records = new ArrayList<>();
    Optional<Node> node = given.get("consent");
    if (node.isEmpty()) return records;
    if (node.get() instanceof Node.Items items) {
      for (Node item : items.items()) {
        Form form = Form.of(item, "a consent record", faults);
        records.add(record(form.required("id"), form));
      }
      return records;
    }
    if (node.get() instanceof Node.Text id) {
      given.fault(
          "PRB-N012",
          "a consent that was given has a level",
          "write `consent: {ID: opt-in}`, with the level that it had",
          id.where());
      return records;
    }
    given.each(
        "consent",
        (id, value) -> {
          if (value instanceof Node.Text text) records.add(brief(id, text));
          else records.add(record(id, Form.of(value, "the consent `" + id + "`", faults)));
        });
    return records;
  }

  private ConsentRecord brief(String id, Node.Text text) {
    known(id, text);
    return switch (text.value()) {
      case "refused" ->
          new ConsentRecord(
              id, ConsentRecord.Answer.REFUSED, ConsentLevel.OPT_OUT, Map.of(), null, null);
      case "withdrawn" ->
          new ConsentRecord(
              id,
              ConsentRecord.Answer.GIVEN,
              ConsentLevel.AUTHORISATION,
              Map.of(),
              null,
              Instant.EPOCH);
      default -> {
        ConsentLevel level =
            Form.constant(text.value(), ConsentLevel.class, text.where(), faults)
                .orElse(ConsentLevel.OPT_OUT);
        yield new ConsentRecord(id, ConsentRecord.Answer.GIVEN, level, Map.of(), null, null);
      }
    };
  }

  private void known(String id, Node node) {
    if (!id.equals(Condition.Consent.ANY)) words.check("consent", id, node.where());
  }

  private ConsentRecord record(String id, Form form) {
    known(id, form.node());
    String level = form.text("level", "opt-in");
    boolean ended = level.equals("withdrawn");
    boolean refused = form.flag("refused") || level.equals("refused");
    ConsentRecord record =
        new ConsentRecord(
            id,
            refused ? ConsentRecord.Answer.REFUSED : ConsentRecord.Answer.GIVEN,
            ended || refused ? ConsentLevel.AUTHORISATION : level(form),
            covers(form),
            instant(form, "from"),
            ended && !form.has("withdrawn") ? Instant.EPOCH : instant(form, "withdrawn"));
    form.done();
    return record;
  }

  private static ConsentLevel level(Form form) {
    return form.oneOf("level", ConsentLevel.class).orElse(ConsentLevel.OPT_IN);
  }

  /** Evidence by kind, or documents with what they cover and when they hold. */
  List<Document> documents(Form given, String key) {
    List<Document> documents = new ArrayList<>();
    for (Node node : given.oneOrMany(key)) {
      if (node instanceof Node.Text text) {
        documents.add(
            new Document(
                "", words.check("evidence", text.value(), text.where()), Map.of(), null, null));
        continue;
      }
      Form form = Form.of(node, "a document", faults);
      String kind = words.check("evidence", form.required("kind"), node.where());
      documents.add(
          new Document(
              form.text("id", ""),
              kind,
              covers(form),
              instant(form, "from"),
              instant(form, "until")));
      form.done();
    }
    return documents;
  }

  private Map<Tie, Set<String>> covers(Form form) {
    Map<Tie, Set<String>> covers = new EnumMap<>(Tie.class);
    form.form("covers", "`covers`")
        .ifPresent(
            c ->
                c.each(
                    (tie, value) ->
                        Form.constant(tie, Tie.class, value.where(), faults)
                            .ifPresent(t -> covers.put(t, Set.copyOf(c.words(tie))))));
    return covers;
  }

  private @Nullable Instant instant(Form form, String key) {
    return form.text(key).flatMap(t -> Moments.instant(t, form.where(key), faults)).orElse(null);
  }
}
