// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.pack.Point;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import dev.probity.store.subject.Who;
import dev.probity.web.decide.Asked;
import dev.probity.web.decide.Complaints;
import dev.probity.web.decide.Controller;
import dev.probity.web.problem.Kind;
import dev.probity.web.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a posting in JSON and refuses it whole where anything in it is not for this point. No
 * refusal holds a word that was sent. Used once, by one thread.
 */
final class PostingReader {
  private static final List<String> WHOSE = List.of("subject", "actor", "supervisor");

  private final Controller controller;
  private final Point point;
  private final Form form;
  private final List<Fault> faults = new Complaints.Faults();

  private PostingReader(Node body, Controller controller, Point point) {
    this.controller = controller;
    this.point = point;
    this.form = Form.of(body, "the body", faults);
  }

  static Posting read(Node body, Controller controller, Point point) {
    return new PostingReader(body, controller, point).posting();
  }

  private Posting posting() {
    form.has("subject");
    form.has("device");
    Optional<Who> who = Asked.who(form.node(), faults);
    Optional<Who> actor = form.text("actor").filter(id -> !id.isBlank()).map(id -> new Who(id, ""));
    Map<String, String> sent = texts("fields");
    Map<String, String> consents = texts("consents");
    Map<String, String> choices = texts("choices");
    String shown = form.text("notice", "");
    Map<String, Band> ages = ages();
    Optional<Node> asserted = form.get("asserted");
    String from = form.text("from", "");
    form.done();
    Complaints.check(faults);
    SortedMap<String, String> fields = fields(sent);
    Declared declared = Declared.of(point, fields, chosen(choices), asserted);
    return new Posting(
        who,
        fields,
        asked(consents),
        declared.choices(),
        version(shown),
        ages,
        declared.asserted(),
        false,
        source(from),
        actor);
  }

  private Map<String, String> texts(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    form.each(
        key,
        (name, node) -> {
          if (node instanceof Node.Text text && !text.plain()) texts.put(name, text.value());
          else
            faults.add(
                new Fault("PRB-N012", "this is no text", "write a text in quotes", node.where()));
        });
    return texts;
  }

  private SortedMap<String, String> fields(Map<String, String> sent) {
    Values values = Values.of(sent, point, controller);
    if (!values.closed()) throw undeclared(point).refusal();
    if (!values.wrong().isEmpty()) throw wrong(values.wrong()).refusal();
    return values.kept();
  }

  static Problem undeclared(Point point) {
    return Kind.NO_FIELD.problem().with("takes", List.copyOf(point.fields().keySet()));
  }

  static Problem wrong(SortedMap<String, Shape.Reason> wrong) {
    Map<String, String> reasons = new TreeMap<>();
    wrong.forEach((element, reason) -> reasons.put(element, reason.word()));
    return Kind.FIELDS.problem().with("fields", reasons);
  }

  /** A level above that of a ticked box has a document behind it, which no form brings. */
  private Map<String, String> asked(Map<String, String> consents) {
    consents.forEach(
        (id, level) -> {
          boolean possible =
              level.equals("refused")
                  || level.equals(ConsentLevel.OPT_IN.word())
                  || level.equals(ConsentLevel.ACCEPTED.word());
          if (!possible || !point.asks().containsKey(id)) throw Kind.NOT_ASKED.problem().refusal();
        });
    return consents;
  }

  private Map<String, String> chosen(Map<String, String> choices) {
    choices.forEach(
        (id, value) -> {
          Set<String> values = Choices.values(id, controller);
          if (!values.contains(value)) throw Kind.NOT_ASKED.problem().refusal();
        });
    return choices;
  }

  /** By its name or by its digest. */
  private String version(String shown) {
    if (shown.isEmpty()) return "";
    History history = controller.source().history();
    return history.versions().stream()
        .filter(pack -> shown.equals(pack.version()) || shown.equals(pack.digest()))
        .map(Pack::version)
        .findFirst()
        .orElseThrow(() -> Kind.NO_VERSION.problem().refusal());
  }

  /**
   * A number is the age of whoever the point is about, and of who fills it in where that is she.
   */
  private Map<String, Band> ages() {
    Map<String, Band> ages = new TreeMap<>();
    if (form.get("age").orElse(null) instanceof Node.Text text) {
      years(text)
          .ifPresent(
              band -> {
                ages.put("subject", band);
                if (Collecting.isOwn(point, controller)) ages.put("actor", band);
              });
      return ages;
    }
    form.each(
        "age",
        (whose, node) -> {
          if (WHOSE.contains(whose) && node instanceof Node.Text text)
            years(text).ifPresent(band -> ages.put(whose, band));
          else faults.add(noAge(node));
        });
    return ages;
  }

  private Optional<Band> years(Node.Text text) {
    if (text.value().matches("\\d{1,3}") && Integer.parseInt(text.value()) <= Band.OLDEST)
      return Optional.of(Band.exactly(Integer.parseInt(text.value())));
    faults.add(noAge(text));
    return Optional.empty();
  }

  private static Fault noAge(Node node) {
    return new Fault(
        "PRB-N014",
        "this is not an age in years",
        "write a number of years, or some of "
            + String.join(", ", WHOSE).toLowerCase(Locale.ROOT)
            + " with one each",
        node.where());
  }

  private String source(String from) {
    if (from.isEmpty()) return "";
    var tree = controller.source().pack().vocabulary().tree(Dimension.SOURCE);
    boolean fits =
        tree.knows(from) && point.source().map(own -> tree.within(from, own)).orElse(true);
    if (!fits) throw Kind.FIELDS.problem().with("fields", Map.of("from", "source")).refusal();
    return from;
  }
}
