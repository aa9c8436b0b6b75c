// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.prove.LargePack;
import dev.probity.notice.scenario.QuestionFile;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;

/**
 * The same diff, to the last letter, from every machine: sets and maps of the platform are walked
 * in another order in each start, and nothing may come of that.
 */
final class SameEverywhereTest {
  private static final int STARTS = 3;

  @Test
  void everyStartPrintsTheSame() throws Exception {
    String here = print();
    assertTrue(here.lines().count() > 10, here);
    for (int i = 0; i < STARTS; i++) assertEquals(here, fresh(), "start " + i);
  }

  private static String fresh() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                SameEverywhereTest.class.getName())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed.strip();
  }

  /** Where the classes stand, whoever loaded them: this room, its tests, the kernel, a parser. */
  private static String classPath() throws Exception {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> of :
        List.of(SameEverywhereTest.class, Diff.class, Pack.class, Load.class, Test.class)) {
      String file = of.getName().replace('.', '/') + ".class";
      String url = Objects.requireNonNull(of.getResource("/" + file)).toString();
      String place = url.substring(0, url.length() - file.length()).replaceAll("^jar:|!?/$", "");
      places.add(Path.of(URI.create(place)).toString());
    }
    return String.join(File.pathSeparator, places);
  }

  public static void main(String[] args) {
    System.out.println(print());
  }

  private static String print() {
    StringBuilder all = new StringBuilder();
    for (int seed = 1; seed < 5; seed++) {
      LargePack large = LargePack.of(100, seed);
      Pack before = large.pack("1");
      Pack after =
          large
              .without(large.clauses().get(2 + seed).cite())
              .without(large.clauses().get(40 + seed).cite())
              .with(permit("new"))
              .with(permit("twin"))
              .pack("2");
      for (Change c : Diff.changes(before, after, List.of())) all.append(line(c)).append('\n');
    }
    return all.toString().strip();
  }

  private static Clause permit(String id) {
    Map<Dimension, Terms> terms =
        Map.of(
            Dimension.ACTION, Terms.of("disclose", "sell"),
            Dimension.DATA, Terms.of("contact.email", "net.ip"),
            Dimension.RECIPIENT, Terms.of("advertiser", "partner"));
    return new Clause.Permit(id, id, new Match(terms, null), List.of(), List.of());
  }

  private static String line(Change c) {
    String region =
        new java.util.TreeMap<>(c.region().terms())
            .entrySet().stream()
                .map(e -> e.getKey() + " " + new TreeSet<>(e.getValue().listed()))
                .collect(Collectors.joining(" "));
    return c.from()
        + " "
        + c.to()
        + " "
        + c.citedBefore()
        + c.citedAfter()
        + c.material()
        + region
        + c.region().conditions()
        + QuestionFile.tree(c.witness())
        + c.before().because()
        + c.after().because();
  }
}
