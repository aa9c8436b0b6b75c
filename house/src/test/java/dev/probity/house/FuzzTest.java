// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.house.openapi.Fuzzer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server holds to its own description, whoever asks. More with {@code -Dprobity.fuzz=20000}, and
 * otherwise with {@code -Dprobity.seed=7}.
 */
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("probity.fuzz", 800);
  private static final long SEED = Long.getLong("probity.seed", 1);

  @TempDir Path folder;

  @Test
  void theServerIsWhatItsDescriptionSays() throws Exception {
    try (Installed installed = new Installed(folder).untrained()) {
      Installed.Up up = installed.up();
      Fuzzer.Report report =
          new Fuzzer(
                  up.url(), "/v1/openapi.json", up.token(), Map.of("controller", "example"), SEED)
              .run(REQUESTS);
      System.out.println("Fuzzed with seed " + SEED + ": " + report.statuses());
      assertEquals(List.of(), report.findings());
      for (String status : List.of("200", "400", "401", "405", "406", "415", "422"))
        assertTrue(report.statuses().containsKey(status), status + " never came");
    }
  }
}
