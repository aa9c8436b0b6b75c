// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.trace;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Citation;
import dev.probity.notice.text.Cite;
import dev.probity.notice.text.Fingerprint;
import dev.probity.notice.text.NoticeText;
import dev.probity.notice.text.Reading;
import dev.probity.notice.text.Traced;
import dev.probity.notice.text.Unit;
import dev.probity.notice.text.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a pack's trace out of its line citations and the notice as text: fingerprints in order,
 * each with the entries that encode the sentence. Never a word of the notice itself. Stateless.
 */
public final class Tracing {
  private Tracing() {}

  /** The line citations of all entries that have one. */
  public static Map<String, Citation> citations(PackSource source, List<Fault> faults) {
    Map<String, Citation> citations = new LinkedHashMap<>();
    for (Entry entry : source.entries().values()) {
      if (entry.lines().isEmpty()) continue;
      switch (Cite.parse(entry.lines(), entry.where())) {
        case Citation citation -> citations.put(entry.id(), citation);
        case Cite.Mistake mistake -> faults.add(mistake.fault());
      }
    }
    return citations;
  }

  public static Reading reading(PackSource source) {
    return Reading.of(citations(source, new ArrayList<>()).values());
  }

  /** What the trace of this notice would be. */
  public static List<PackSource.Traced> of(
      PackSource source, NoticeText notice, List<Fault> faults) {
    Map<String, Citation> citations = citations(source, faults);
    List<Unit> units = Units.split(notice, Reading.of(citations.values()));
    for (Entry entry : source.entries().values()) {
      Citation cited = citations.get(entry.id());
      if (cited != null) faults.addAll(cited.dangling(notice, units, entry.where()));
    }
    return Traced.of(units, citations).stream()
        .map(
            t ->
                new PackSource.Traced(
                    Fingerprint.of(t.unit().text()).hex(), t.complete() ? t.by() : List.of()))
        .toList();
  }

  /** The trace as its file has it, one sentence a line. */
  public static String print(List<PackSource.Traced> trace) {
    StringBuilder out =
        new StringBuilder(
            "# Written by `probity trace --write`: SHA-256 of each sentence of the notice, in"
                + " order.\n");
    for (PackSource.Traced t : trace) {
      out.append("- {\"")
          .append(t.fingerprint())
          .append("\": [")
          .append(String.join(", ", t.clauses()))
          .append("]}\n");
    }
    return out.toString();
  }
}
