// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A version that comes after a pack, as an author would write it: all that the pack says, and some
 * entries added or written anew. Stateless.
 */
public final class NextVersion {
  private NextVersion() {}

  /**
   * @param clauses entries by id, as in a pack's {@code clauses}
   * @param faults what is wrong with them
   */
  public static PackSource of(
      PackSource before, String version, Instant inForce, Node.Fields clauses, List<Fault> faults) {
    ClauseReader reader = new ClauseReader(before.words(faults));
    Map<String, Entry> entries = new LinkedHashMap<>(before.entries());
    Map<String, Entry> anew = new LinkedHashMap<>();
    new Form(clauses, "`clauses`", faults).each((id, node) -> anew.put(id, reader.read(id, node)));
    entries.putAll(anew);
    List<Clause> all = new ArrayList<>();
    before.pack().clauses().stream()
        .filter(c -> !anew.containsKey(c.cite()) || c.id().contains("#"))
        .forEach(all::add);
    anew.values().forEach(entry -> all.addAll(entry.clauses()));
    Pack old = before.pack();
    Node was = new Node.Text(old.digest(), false, clauses.where());
    String digest = Digest.of(Map.of("earlier", was, "clauses", clauses));
    Pack pack =
        new Pack(
            old.id(),
            version,
            inForce,
            digest,
            old.vocabulary(),
            all,
            old.points(),
            old.consents(),
            old.choices(),
            old.evidence(),
            old.overlays());
    History past = before.history();
    List<Pack> versions = Stream.concat(past.versions().stream(), Stream.of(pack)).toList();
    Header header = before.header();
    return new PackSource(
        before.folder(),
        new Header(
            header.id(),
            version,
            inForce,
            header.controller(),
            header.languages(),
            header.regions(),
            header.roles(),
            header.statutes()),
        entries,
        before.sections(),
        before.resolves(),
        pack,
        new History(versions, past.pin(), past.until(), past.cite()),
        before.scenarios(),
        before.expectations(),
        before.traces(),
        before.overlays(),
        Stream.concat(Stream.of(before), before.earlier().stream()).toList(),
        before.lexicon());
  }
}
