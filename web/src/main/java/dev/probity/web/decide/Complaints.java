// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.fault.Fault;
import dev.probity.web.problem.Kind;
import dev.probity.web.problem.Problem;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with questions, as a problem: the place and what to do, and nothing that was sent.
 * A fault's own sentence quotes the wrong word, which may be a person's name in the wrong place.
 */
public final class Complaints {
  private static final int MOST = 20;

  private final List<Map<String, Object>> told = new ArrayList<>();

  /** Room for the faults of one question. Throws when there are more than anybody mends at once. */
  public static final class Faults extends ArrayList<Fault> {
    @Serial private static final long serialVersionUID = 1;

    /** Words that were known when a fact was recorded stay held; a pack may have dropped them. */
    @Override
    public boolean add(Fault fault) {
      if (fault.where().file().equals(FactSheet.FILE)) return false;
      if (size() >= MOST) throw new TooMany();
      return super.add(fault);
    }
  }

  public static final class TooMany extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    TooMany() {
      super(null, null, false, false);
    }
  }

  /** Refuses the whole request where anything is wrong with the one question in it. */
  public static void check(List<Fault> faults) {
    Complaints complaints = new Complaints();
    complaints.add(0, false, faults);
    complaints.check();
  }

  public void add(int item, boolean array, List<Fault> faults) {
    faults.stream()
        .sorted(Comparator.comparing(Fault::where))
        .map(fault -> tree(item, array, fault))
        .forEach(told::add);
    if (told.size() >= MOST) throw problem().refusal();
  }

  /** Refuses the whole request where anything is wrong. */
  public void check() {
    if (!told.isEmpty()) throw problem().refusal();
  }

  private Problem problem() {
    return Kind.FAULTS.problem().with("faults", told.stream().limit(MOST).toList());
  }

  private static Map<String, Object> tree(int item, boolean array, Fault fault) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (array) tree.put("item", item);
    tree.put("line", fault.where().line());
    tree.put("column", fault.where().column());
    tree.put("code", fault.code());
    tree.put("title", title(fault.code()));
    tree.put("fix", fault.fix());
    return tree;
  }

  private static String title(String code) {
    return switch (code) {
      case "PRB-N010" -> "there is no such field here";
      case "PRB-N011" -> "a field is missing";
      case "PRB-N012" -> "a value has the wrong shape";
      case "PRB-N013" -> "neither the vocabulary nor the pack knows this word";
      case "PRB-N014" -> "this value is none of those possible here";
      case "PRB-N015" -> "this is not a date";
      case "PRB-N028" -> "the question does not name one action and its data";
      case "PRB-W015" -> "this is nobody of this controller";
      case "PRB-W050" -> "the document lacks what its kind must have";
      case "PRB-W054" -> "this is not what the pack declares for it";
      case "PRB-W055" -> "this switch is the operator's";
      case "PRB-W056" -> "this register is about somebody else";
      case "PRB-W016" -> "what is known of a person is not the caller's to say";
      default -> "this cannot be understood";
    };
  }
}
