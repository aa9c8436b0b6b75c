// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverCommandTest {
  private static final Path NOTICE = Run.HOME.resolve("packs/example/notice.en.md");

  @Test
  void coverageForProgramsHasItsKeysInOrder() {
    Run run = Run.of("cover", "example", NOTICE.toString(), "--json");

    assertEquals(Exit.FINE, run.code(), run.out() + run.err());
    assertTrue(
        run.out()
            .matches(
                "\\{\"pack\":\"example\",\"notice\":\"[^\"]+\",\"sentences\":51,\"traced\":51,"
                    + "\"untraced\":\\[\\],\"lost\":\\[\\],\"clauses\":\\{\"total\":\\d+,"
                    + "\"enforceable\":\\d+,\"kept\":\\d+,\"decided\":\\d+,\"enforced\":\\d+,"
                    + "\"controls\":\\d+,\"probed\":\\d+,\"attested\":\\d+,\"informational\":\\d+\\},"
                    + "\"open\":\\[\\{\"clause\":\"[^\"]+\",\"proof\":\"[a-z]+\",\"needs\":\\[.*\\R"),
        run.out());
  }

  @Test
  void oneChangedWordIsOneUntracedSentence(@TempDir Path folder) throws IOException {
    String changed =
        Files.readString(NOTICE).replace("wearing time, and nothing", "age, and nothing");
    Path notice = Files.writeString(folder.resolve("notice.md"), changed);

    Run run = Run.of("cover", "example", notice.toString(), "--json");

    assertEquals(Exit.FINDINGS, run.code());
    assertTrue(
        run.out().contains("\"sentences\":51,\"traced\":50,\"untraced\":[{\"place\":\"25.1\","));
    assertTrue(run.out().contains("\"lost\":[{\"number\":"), run.out());
  }

  @Test
  void theOwnNoticeIsReadWhereNoneIsNamed() {
    assertTrue(Run.of("cover", "example").out().contains("51 of 51"));
  }

  @Test
  void traceReadsTheOwnNoticeTooAndSaysWhereThereIsNone(@TempDir Path folder) throws IOException {
    assertTrue(Run.of("trace", "example").out().contains("says just that already"));

    Files.writeString(
        folder.resolve("pack.yaml"),
        "pack: {id: bare, version: \"1\", in-force: 2026-01-01, controller: Bare}\n");
    Run run = Run.of("trace", folder.toString());
    assertEquals(Exit.WRONG_USE, run.code());
    assertTrue(run.err().contains("PRB-A001") && run.err().contains("notice.txt"), run.err());

    Files.writeString(folder.resolve("notice.txt"), "We sell nothing.");
    assertTrue(Run.of("cover", folder.toString()).out().contains("no trace.yaml yet"));
  }

  @Test
  void traceWritesNothingUnasked() {
    Run run = Run.of("trace", "example", NOTICE.toString());

    assertEquals(Exit.FINE, run.code());
    assertTrue(run.out().contains("says just that already"), run.out());
  }

  @Test
  void aNoticeThatCannotBeReadIsOneFault() {
    Run run = Run.of("cover", "example", "none.html");

    assertEquals(Exit.WRONG_USE, run.code());
    assertTrue(run.err().startsWith("none.html  PRB-A002  there is no file"), run.err());
  }

  @Test
  void aPageThatCannotBeWrittenIsOneFault(@TempDir Path folder) {
    String page = folder.resolve("no/such/folder/report.html").toString();

    Run run = Run.of("cover", "example", "--html", page);

    assertEquals(Exit.WRONG_USE, run.code());
    assertTrue(run.err().contains("PRB-A010"), run.err());
  }

  @Test
  void aBrokenPackTellsAllItsFaultsInOrder(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("pack.yaml"),
        """
        pack: {id: p, version: 1, in-force: 2026-01-01}
        clauses:
          P-1: {lines: "1", says: One., permit: usse, data: contact.emial}
          P-2: {lines: "2", says: Two., forbid: use, for: advertisng}
        """);

    Run lint = Run.of("lint", folder.toString());
    Run cover = Run.of("cover", folder.toString());

    assertEquals(Exit.FINDINGS, lint.code());
    assertEquals(Exit.WRONG_USE, cover.code());
    assertEquals(lint.out(), cover.err());
    assertEquals(3, lint.out().lines().filter(l -> l.contains("PRB-N013")).count(), lint.out());
    assertTrue(lint.out().contains("fix: did you mean `contact.email`?"), lint.out());
  }
}
