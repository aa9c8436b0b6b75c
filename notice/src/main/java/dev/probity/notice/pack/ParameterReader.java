// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clock.Calendars;
import dev.probity.kernel.clock.Frequency;
import dev.probity.kernel.clock.Span;
import dev.probity.kernel.clock.WorkingDays;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Nearest;
import dev.probity.notice.yaml.Node;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the section {@code parameters} of a law's pack. One thread. */
public final class ParameterReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");
  private static final Frequency YEARLY = Frequency.perCalendarYear(1);

  private final List<Fault> faults;

  public ParameterReader(List<Fault> faults) {
    this.faults = faults;
  }

  /** The parameters of a pack that was read without faults, in the order written. */
  public static List<Parameter> of(PackSource source) {
    ParameterReader reader = new ParameterReader(new ArrayList<>());
    return source.section("parameters").stream().map(s -> reader.read(s.name(), s.node())).toList();
  }

  public Parameter read(String id, Node node) {
    Form form = Form.of(node, "the parameter `" + id + "`", faults);
    form.words("keeps");
    Parameter read =
        new Parameter(
            id,
            form.required("cite"),
            right(form),
            form.text("who", ""),
            form.text("verify", ""),
            time(form, "ack"),
            time(form, "due"),
            time(form, "extension"),
            counting(form),
            frequency(form),
            form.text("fee", ""),
            codes(form, "refuse"),
            form.text("pass-on", ""),
            time(form, "keep"),
            time(form, "lookback"),
            validity(form),
            confidence(form),
            form.text("says", ""),
            form.where());
    form.done();
    calendared(read, form);
    return read;
  }

  /** Business days are those of some place. */
  private static void calendared(Parameter read, Form form) {
    boolean business =
        Stream.of(read.acknowledgement(), read.due(), read.extension())
            .anyMatch(t -> t instanceof Time.Counted c && c.span() instanceof Span.BusinessDays);
    boolean named =
        form.get("clock").orElse(form.node()) instanceof Node.Fields clock
            && clock.fields().containsKey("calendar");
    if (business && !named && !read.counting().rolls()) {
      form.fault(
          "PRB-N011",
          "business days are counted without a calendar",
          "name one: `clock: {starts: receipt, calendar: eu}`",
          form.where());
    }
  }

  private static Parameter.Right right(Form form) {
    form.required("right");
    return form.has("right")
        ? form.oneOf("right", Parameter.Right.class).orElse(Parameter.Right.NOTICE)
        : Parameter.Right.NOTICE;
  }

  private static Parameter.Confidence confidence(Form form) {
    form.required("confidence");
    return form.has("confidence")
        ? form.oneOf("confidence", Parameter.Confidence.class).orElse(Parameter.Confidence.L)
        : Parameter.Confidence.L;
  }

  private Parameter.Validity validity(Form form) {
    String from = form.required("from");
    LocalDate first =
        from.isEmpty() ? LocalDate.EPOCH : date(from, form.where("from")).orElse(LocalDate.EPOCH);
    Optional<LocalDate> last = form.text("until").flatMap(t -> date(t, form.where("until")));
    if (last.filter(first::isAfter).isPresent())
      form.fault(
          "PRB-N015",
          "`" + form.text("until", "") + "` lies before `from`",
          "write the last day on which it holds",
          form.where("until"));
    Parameter.Status status =
        form.has("status")
            ? form.oneOf("status", Parameter.Status.class).orElse(Parameter.Status.IN_FORCE)
            : Parameter.Status.IN_FORCE;
    return new Parameter.Validity(first, last, status);
  }

  private Optional<LocalDate> date(String text, Where where) {
    return Moments.instant(text, where, faults).map(i -> i.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private Time time(Form form, String key) {
    Optional<String> written = form.text(key);
    if (written.isEmpty()) return new Time.Silent();
    String text = written.get();
    if (text.equals("promptly")) return new Time.Promptly();
    Optional<Span> span = Span.parse(text);
    if (span.isPresent()) return new Time.Counted(span.get(), text);
    if (!NAME.matcher(text).matches()) notATime(text, form.where(key));
    return new Time.Named(text);
  }

  private void notATime(String text, Where where) {
    faults.add(
        new Fault(
            "PRB-N015",
            "`" + text + "` is not a duration",
            "write P30D, P1M, P10BD (business days), PT72H, at-once, promptly,"
                + " or the name of a day such as at-collection",
            where));
  }

  private Parameter.Counting counting(Form form) {
    Optional<Form> clock = form.form("clock", "`clock`");
    if (clock.isEmpty()) return new Parameter.Counting("", Optional.empty(), false, List.of());
    Form of = clock.get();
    Parameter.Counting counting =
        new Parameter.Counting(
            of.text("starts", ""), calendar(of), of.flag("rolls"), codes(of, "tolls"));
    if (counting.rolls() && !of.has("calendar")) of.required("calendar");
    of.done();
    return counting;
  }

  private static Optional<WorkingDays> calendar(Form clock) {
    Optional<String> id = clock.text("calendar");
    Optional<WorkingDays> known = id.flatMap(Calendars::named);
    if (id.isPresent() && known.isEmpty()) {
      List<String> ids = Calendars.ALL.stream().map(WorkingDays::id).toList();
      clock.fault(
          "PRB-N014",
          "`" + id.get() + "` is none of " + String.join(", ", ids),
          Nearest.fix(id.get(), ids),
          clock.where("calendar"));
    }
    return known;
  }

  private Optional<Frequency> frequency(Form form) {
    return form.form("frequency", "`frequency`").map(this::frequencyOf);
  }

  private Frequency frequencyOf(Form limit) {
    String times = limit.required("times");
    String per = limit.required("per");
    limit.done();
    if (times.isEmpty() || per.isEmpty()) return YEARLY;
    if (!times.matches("[1-9][0-9]{0,3}")) {
      limit.fault(
          "PRB-N014",
          "`" + times + "` is no number of times",
          "write 1, say",
          limit.where("times"));
      return YEARLY;
    }
    if (per.equals("calendar-year")) return Frequency.perCalendarYear(Integer.parseInt(times));
    Optional<Span> window =
        Span.parse(per).filter(s -> s instanceof Span.Days || s instanceof Span.Months);
    if (window.isEmpty()) notATime(per, limit.where("per"));
    return window.map(w -> Frequency.rolling(Integer.parseInt(times), w)).orElse(YEARLY);
  }

  private static List<String> codes(Form form, String key) {
    return form.words(key);
  }
}
