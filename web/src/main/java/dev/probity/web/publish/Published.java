// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.publish;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Alignment;
import dev.probity.notice.text.Fingerprint;
import dev.probity.notice.text.NoticeText;
import dev.probity.notice.text.Unit;
import dev.probity.notice.text.Units;
import dev.probity.notice.trace.Tracing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A notice's own text, sentence by sentence, with the clauses that encode each. Immutable.
 *
 * @param language a code such as {@code sv}
 * @param sha256 of the file, in hex
 * @param sentences in order
 * @param known how many of them the pack was traced to
 */
public record Published(
    String version, String language, String sha256, List<Sentence> sentences, int known) {
  private static final Pattern TRACE = Pattern.compile("trace\\.([a-z]{2})\\.yaml");

  /**
   * @param begins whether it begins a paragraph
   */
  public record Sentence(String text, List<String> clauses, boolean begins) {}

  /**
   * The text as that of this pack: found by its sentences, whatever the file is called.
   *
   * @return nothing where less than half of what the pack encodes stands in it
   */
  public static Optional<Published> of(PackSource source, NoticeText text, String sha256) {
    List<Unit> units = Units.split(text, Tracing.reading(source));
    List<String> prints = units.stream().map(u -> Fingerprint.of(u.text()).hex()).toList();
    return source.traceOf(prints).flatMap(file -> of(source, file, units, sha256));
  }

  private static Optional<Published> of(
      PackSource source, String file, List<Unit> units, String sha256) {
    List<PackSource.Traced> trace = source.traces().getOrDefault(file, List.of());
    Alignment alignment =
        Alignment.align(trace.stream().map(t -> new Fingerprint(t.fingerprint())).toList(), units);
    if (alignment.matches().size() * 2 < trace.size()) return Optional.empty();
    List<List<String>> clauses = new ArrayList<>();
    units.forEach(unit -> clauses.add(List.of()));
    alignment.matches().forEach(m -> clauses.set(m.unit(), trace.get(m.traced()).clauses()));
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < units.size(); i++)
      sentences.add(
          new Sentence(
              units.get(i).text(),
              clauses.get(i),
              i == 0 || units.get(i - 1).lastLine() < units.get(i).line()));
    return Optional.of(
        new Published(
            source.header().version(),
            language(file, source),
            sha256,
            List.copyOf(sentences),
            alignment.matches().size()));
  }

  private static String language(String file, PackSource source) {
    Matcher named = TRACE.matcher(file);
    return named.matches() ? named.group(1) : source.header().languages().getFirst();
  }
}
