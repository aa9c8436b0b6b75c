// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.clock.Window;
import dev.probity.notice.due.Deadline;
import dev.probity.notice.due.Due;
import dev.probity.notice.pack.Parameter;
import dev.probity.notice.pack.Time;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Due dates and records of laws for programs. The keys of the trees are stable. */
final class DueTree {
  private DueTree() {}

  static Map<String, Object> of(Due due) {
    Map<String, Object> tree = record(due.record());
    tree.put("received", at(due));
    tree.put("binds", due.binds());
    tree.put("acknowledge", deadline(due.acknowledgement()));
    tree.put("due", deadline(due.due()));
    tree.put("extended", deadline(due.extended()));
    tree.put("answerBy", deadline(due.answer()));
    due.extensionHolds().ifPresent(holds -> tree.put("extensionHolds", holds));
    due.acknowledgedInTime().ifPresent(inTime -> tree.put("acknowledgedInTime", inTime));
    due.lookback().ifPresent(w -> tree.put("looksBack", days(w)));
    return tree;
  }

  private static Map<String, Object> days(Window window) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("from", window.from().toString());
    tree.put("to", window.to().toString());
    return tree;
  }

  private static String at(Due due) {
    return due.received().hour()
        ? due.received().at().toString()
        : due.received().at().toLocalDate().toString();
  }

  static Map<String, Object> record(Parameter record) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("record", record.id());
    tree.put("right", word(record.right()));
    tree.put("cite", record.cite());
    tree.put("status", word(record.validity().status()));
    tree.put("from", record.validity().from().toString());
    record.validity().until().ifPresent(until -> tree.put("until", until.toString()));
    tree.put("confidence", record.confidence().name());
    tree.put("unverified", !record.verified());
    record.counting().calendar().ifPresent(c -> tree.put("calendar", c.id()));
    if (!record.says().isEmpty()) tree.put("says", record.says());
    return tree;
  }

  private static Map<String, Object> deadline(Deadline deadline) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (deadline) {
      case Deadline.Counted c -> {
        tree.put("date", c.day().toString());
        c.end().ifPresent(end -> tree.put("end", end.toString()));
        tree.put("span", c.span());
        tree.put("counted", c.last().toString());
        tree.put("rolled", c.rolled());
      }
      case Deadline.Uncounted u -> tree.put("says", says(u.time()));
      case Deadline.Unreached u -> tree.put("unreached", u.sentence());
    }
    return tree;
  }

  /** What a law says of a time that is no number. */
  static String says(Time time) {
    return switch (time) {
      case Time.Counted c -> c.written();
      case Time.Promptly p -> "promptly";
      case Time.Named n -> n.what();
      case Time.Silent s -> "silent";
    };
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
