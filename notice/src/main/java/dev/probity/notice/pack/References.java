// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.yaml.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks that every id a pack names is one it has. Stateless. */
final class References {
  private References() {}

  static void check(PackSource source, List<Fault> faults) {
    Set<String> names = new TreeSet<>(source.names());
    Set<String> settled = new TreeSet<>(names);
    source.resolves().forEach(r -> settled.add(r.id()));
    Set<String> permits = new TreeSet<>();
    source.pack().clauses().stream()
        .filter(Clause.Permit.class::isInstance)
        .forEach(c -> permits.add(c.cite()));
    for (Scenario s : source.scenarios()) {
      for (String id : s.keeps())
        known(id, settled, "PRB-N021", "the scenario keeps", s.where(), faults);
      for (String id : s.expect().because()) cited(id, names, s.where(), faults);
    }
    source
        .expectations()
        .forEach(
            e ->
                e.keeps()
                    .forEach(
                        id ->
                            known(
                                id,
                                names,
                                "PRB-N021",
                                "the expectation keeps",
                                e.where(),
                                faults)));
    for (Section section : source.sections()) {
      for (String id : section.keeps())
        known(id, settled, "PRB-N021", "`" + section.name() + "` keeps", section.where(), faults);
    }
    for (Entry entry : source.entries().values()) {
      if (entry.isSecond())
        known(
            entry.row(),
            source.entries().keySet(),
            "PRB-N022",
            "`" + entry.id() + "` belongs to",
            entry.where(),
            faults);
      for (String id : entry.except()) {
        if (!permits.contains(id))
          faults.add(
              new Fault(
                  "PRB-N024",
                  "`" + entry.id() + "` yields to `" + id + "`, which is no permit of this pack",
                  Nearest.fix(id, permits),
                  entry.where()));
      }
    }
    for (Resolve resolve : source.resolves()) {
      if (resolve.by().equals("clause"))
        known(
            resolve.target(),
            names,
            "PRB-N021",
            "`" + resolve.id() + "` is settled by",
            resolve.where(),
            faults);
      resolve
          .over()
          .forEach(
              id ->
                  known(
                      id,
                      names,
                      "PRB-N021",
                      "`" + resolve.id() + "` is settled over",
                      resolve.where(),
                      faults));
    }
  }

  /** An overlay's clause is cited as {@code overlay:ID}. */
  private static void cited(String id, Set<String> names, Where where, List<Fault> faults) {
    if (!id.contains(":")) known(id, names, "PRB-N021", "the scenario expects", where, faults);
  }

  private static void known(
      String id, Set<String> names, String code, String what, Where where, List<Fault> faults) {
    if (names.contains(id)) return;
    faults.add(
        new Fault(
            code, what + " `" + id + "`, which no clause has", Nearest.fix(id, names), where));
  }
}
