// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Table;
import dev.probity.app.print.Tint;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.vocabulary.LexiconReader;
import dev.probity.notice.vocabulary.Word;
import dev.probity.notice.yaml.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code terms [WORD]}. */
@Command(
    name = "terms",
    description = {
      "Look up the words that packs are written in: data elements, purposes, recipients, ...",
      "WORD is sought in keys and labels of every section; a section's name lists the section."
    },
    footer = "  ./probity terms health.vital")
final class Terms extends Helped implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(arity = "0..1", paramLabel = "WORD", description = "A part of a term, or a section.")
  private String word = "";

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  Terms(Surroundings here) {
    this.here = here;
  }

  private record Hit(String section, Word word) {}

  @Override
  public Integer call() {
    Lexicon lexicon = here.lexicon().get();
    List<Hit> hits = hits(lexicon);
    if (json) Json.print(hits.stream().map(Terms::tree).toList(), here.terminal().out());
    else if (word.isEmpty()) sections(lexicon);
    else if (hits.isEmpty()) here.terminal().line(nothing(lexicon));
    else print(hits);
    return hits.isEmpty() ? Exit.FINDINGS : Exit.FINE;
  }

  private List<Hit> hits(Lexicon lexicon) {
    boolean section = lexicon.sections().containsKey(word);
    List<Hit> hits = new ArrayList<>();
    for (String name : LexiconReader.SECTIONS) {
      for (Word term : lexicon.section(name).values()) {
        if (section ? name.equals(word) : says(term)) hits.add(new Hit(name, term));
      }
    }
    return hits;
  }

  private boolean says(Word term) {
    String sought = word.toLowerCase(Locale.ROOT);
    return term.key().toLowerCase(Locale.ROOT).contains(sought)
        || term.labels().values().stream()
            .anyMatch(l -> l.toLowerCase(Locale.ROOT).contains(sought));
  }

  private void sections(Lexicon lexicon) {
    here.terminal().line("Sections; `./probity terms SECTION` lists one:");
    Table table = new Table(here.terminal());
    for (String name : LexiconReader.SECTIONS) {
      table.row(Tint.NAME, name, Integer.toString(lexicon.section(name).size()));
    }
    table.print();
  }

  private void print(List<Hit> hits) {
    String section = "";
    Table table = new Table(here.terminal());
    for (Hit hit : hits) {
      if (!hit.section().equals(section)) {
        table.print();
        table = new Table(here.terminal());
        section = hit.section();
        here.terminal().line(here.terminal().tint(Tint.STRONG, section));
      }
      Word term = hit.word();
      table.row(Tint.NAME, term.key(), link(term), labels(term));
    }
    table.print();
  }

  private static String link(Word term) {
    String exact = term.links().get("dpv");
    return exact != null
        ? exact
        : term.links().getOrDefault("broader", "").replaceFirst("^(?=.)", "< ");
  }

  private static String labels(Word term) {
    String sv = term.labels().get("sv");
    return term.labels().get("en") + (sv == null ? "" : " \u00B7 " + sv);
  }

  private String nothing(Lexicon lexicon) {
    TreeSet<String> known = new TreeSet<>();
    lexicon.sections().values().forEach(words -> known.addAll(words.keySet()));
    return "No term says `"
        + word
        + "`."
        + Nearest.of(word, known).map(near -> " Did you mean `" + near + "`?").orElse("");
  }

  private static Map<String, Object> tree(Hit hit) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("section", hit.section());
    tree.put("key", hit.word().key());
    tree.put("parent", hit.word().parent());
    tree.put("labels", hit.word().labels());
    tree.put("links", hit.word().links());
    return tree;
  }
}
