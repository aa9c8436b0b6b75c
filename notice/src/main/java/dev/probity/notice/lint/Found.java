// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule hands over: a finding that does not know its rule. Immutable.
 *
 * @param names what an expectation may call its place, the name that is shown first
 */
record Found(List<String> names, String sentence, String fix, Where where) {
  Found {
    names = List.copyOf(names);
  }

  static Found at(Entry entry, String sentence, String fix) {
    List<String> names = entry.isSecond() ? List.of(entry.id(), entry.row()) : List.of(entry.id());
    return new Found(names, sentence, fix, entry.where());
  }

  /** At the first of some clauses, known by all of them. */
  static Found at(PackSource source, List<String> cites, String sentence, String fix) {
    Found first = at(source, cites.getFirst(), sentence, fix);
    List<String> names = new ArrayList<>(first.names());
    for (String cite : cites) names.addAll(at(source, cite, sentence, fix).names());
    return new Found(names.stream().distinct().toList(), sentence, fix, first.where());
  }

  /** At the entry a clause was written as; at its name alone where it came from elsewhere. */
  static Found at(PackSource source, String cite, String sentence, String fix) {
    return Optional.ofNullable(source.entries().get(cite))
        .map(entry -> at(entry, sentence, fix))
        .orElse(new Found(List.of(cite), sentence, fix, Where.file(source.folder())));
  }
}
