// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.Moments;
import dev.probity.notice.pack.Words;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Nearest;
import dev.probity.notice.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of a document and complains of every one that is not what its kind says it is.
 * What is missing is no fault here: {@link Reckoning#lacking} tells. One thread.
 */
public final class FiledReader {
  private static final Pattern PERSON = Pattern.compile("sub_[0-9a-f]{32}");
  private static final Pattern YEARS = Pattern.compile("\\d{1,3}");

  private final RegisterKind kind;
  private final Words words;
  private final List<Fault> faults;

  public FiledReader(RegisterKind kind, Words words) {
    this.kind = kind;
    this.words = words;
    this.faults = words.faults();
  }

  public Filed read(String number, Node elements, @Nullable Instant ended) {
    Form form = Form.of(elements, "the document", faults);
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<Filed.Window> windows = new ArrayList<>();
    for (Element element : kind.elements().values()) {
      if (!form.has(element.name())) continue;
      if (element.type() == Element.Type.WINDOWS) {
        form.oneOrMany(element.name()).forEach(w -> window(w).ifPresent(windows::add));
        continue;
      }
      List<String> read =
          element.type() == Element.Type.WORDS
              ? words(form, element)
              : form.text(element.name()).filter(t -> fits(t, element, form)).stream().toList();
      if (!read.isEmpty()) values.put(element.name(), read);
    }
    form.done();
    return new Filed(kind, number, values, windows, ended);
  }

  private List<String> words(Form form, Element element) {
    List<String> read = new ArrayList<>();
    for (Node item : form.oneOrMany(element.name())) {
      if (item instanceof Node.Text text && !text.value().isBlank()) {
        known(text, element);
        read.add(text.value());
      } else
        form.fault("PRB-N012", "`" + element.name() + "` holds words", "write words", item.where());
    }
    if (read.size() > element.most())
      form.fault(
          "PRB-N014",
          "`" + element.name() + "` has more words than can be",
          "write at most " + element.most(),
          form.where(element.name()));
    return read;
  }

  /** {@code partner/acme} names one party of a kind of recipient. */
  private void known(Node.Text text, Element element) {
    String word = text.value();
    int slash = element.of().equals("recipient") ? word.indexOf('/') : -1;
    String term = slash < 0 ? word : word.substring(0, slash);
    words.check(element.of(), term, text.where());
    boolean apart =
        !element.under().isEmpty()
            && !words.lexicon().tree(element.of()).within(term, element.under());
    if (apart || element.not().contains(term))
      faults.add(
          new Fault(
              "PRB-N014",
              "`" + term + "` belongs to another register",
              apart
                  ? "name a kind under `" + element.under() + "`"
                  : "keep it in the register of its own",
              text.where()));
  }

  private boolean fits(String text, Element element, Form form) {
    boolean fits =
        switch (element.type()) {
          case TEXT -> !text.isBlank();
          case FLAG -> text.equals("true") || text.equals("false");
          case DATE -> true;
          case ONE_OF -> element.values().containsKey(text);
          case PERSON -> PERSON.matcher(text).matches();
          case YEARS -> YEARS.matcher(text).matches() && Integer.parseInt(text) <= element.most();
          case WORDS, WINDOWS -> throw new IllegalStateException("read elsewhere");
        };
    if (element.type() == Element.Type.DATE)
      return Moments.instant(text, form.where(element.name()), faults).isPresent();
    if (!fits)
      form.fault(
          "PRB-N014",
          "`" + element.name() + "` is not what it has to be",
          switch (element.type()) {
            case FLAG -> "write true or false";
            case ONE_OF -> Nearest.fix(text, element.values().keySet());
            case PERSON -> "write the id that /subjects answered";
            case YEARS -> "write a number of at most " + element.most();
            default -> "write a text";
          },
          form.where(element.name()));
    return fits;
  }

  private Optional<Filed.Window> window(Node node) {
    Form form = Form.of(node, "a window", faults);
    String from = form.required("from");
    String until = form.required("until");
    form.done();
    Optional<Instant> begins =
        from.isEmpty() ? Optional.empty() : Moments.instant(from, form.where("from"), faults);
    Optional<Instant> ends =
        until.isEmpty() ? Optional.empty() : Moments.instant(until, form.where("until"), faults);
    if (begins.isEmpty() || ends.isEmpty()) return Optional.empty();
    if (begins.get().isBefore(ends.get()))
      return Optional.of(new Filed.Window(begins.get(), ends.get()));
    form.fault("PRB-N014", "this window is empty", "let it end after it begins", node.where());
    return Optional.empty();
  }
}
