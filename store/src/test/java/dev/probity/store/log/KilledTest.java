// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.audit.Audit;
import dev.probity.ledger.audit.Kept;
import dev.probity.ledger.audit.Report;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.Log;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server killed in the middle of appends, several times, beside another one that goes on. */
class KilledTest {
  private static final int ROUNDS = 3;
  private static final String CONTROLLER = "killed";

  @TempDir Path folder;

  @Test
  void everyAcknowledgedEntryIsThere() throws Exception {
    Target.External at = TestPostgres.shared();
    Store.Opening.Opened opened = (Store.Opening.Opened) Store.open(at, TestPostgres.MEANS);
    try (Store store = opened.store()) {
      store.admit(CONTROLLER);
      Log log = store.ledgers(folder).of(CONTROLLER);
      for (int round = 0; round < ROUNDS; round++) {
        List<Long> acknowledged = killedAfter(100 + 97 * round, at);
        SignedCheckpoint own = log.checkpoint();
        for (long index : acknowledged)
          assertEquals(
              "entry " + index, new String(log.receipt(index).entry(), StandardCharsets.UTF_8));
        Draft mine = index -> ("entry " + index).getBytes(StandardCharsets.UTF_8);
        assertEquals(own.checkpoint().size(), log.append(List.of(mine)).first());
        Report report =
            new Audit(log.tiles(), store.ledgers(folder).key(CONTROLLER))
                .of(log.checkpoint(), List.of(new Kept("before", own, Map.of())));
        assertTrue(report.clean(), report.findings().toString());
      }
    }
  }

  private List<Long> killedAfter(int lines, Target.External at) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.probity.store.log.Appending",
                at.url(),
                at.application().role(),
                at.application().password(),
                at.owner().role(),
                at.owner().password(),
                folder.toString(),
                CONTROLLER)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<Long> acknowledged = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        acknowledged.add(Long.parseLong(line));
        if (acknowledged.size() == lines) process.toHandle().destroyForcibly();
      }
    }
    assertTrue(acknowledged.size() >= lines, "it appended " + acknowledged.size());
    return acknowledged;
  }
}
