// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.vault.keys.KeyFault;
import dev.probity.vault.keys.KeyFolder;
import dev.probity.vault.keys.KeyName;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does unasked, with a clock that is moved on. */
class UpkeepTest {
  private static final KeyName BERT = new KeyName("one", "bert", KeyName.Use.DATA);

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

  @Test
  void byTheDayThatAReceiptNamesNoCopyOfAKeyOpensAnything() throws Exception {
    KeyFolder keys = Served.keys(folder, now::get);
    try (Served served = new Served(folder, keys, "probity")) {
      String anna =
          served
              .post("/v1/one/subjects", "{\"known-as\": {\"contact.email\": \"anna@mail.test\"}}")
              .json()
              .path("subject")
              .asString();
      assertTrue(keys.create(BERT, new byte[] {7}));
      Path copy = copy(folder.resolve("keys"));
      String body = "{\"subject\": \"" + anna + "\"}";
      LocalDate dark =
          LocalDate.parse(served.post("/v1/one/erasures", body).json().path("dark").asString());

      moveTo(served, dark.minusDays(2));
      assertEquals(1, open(copy).get(BERT).orElseThrow().length);
      assertEquals(2, days(served));

      moveTo(served, dark.minusDays(1));
      KeyFolder old = open(copy);
      KeyFault fault = assertThrows(KeyFault.class, () -> old.get(BERT));
      assertEquals("PRB-V003", fault.fault().code());
      assertEquals(1, keys.get(BERT).orElseThrow().length);
      assertEquals(30, days(served));
      assertEquals(dark.plusDays(29), keys.due());
      moveTo(served, dark.minusDays(1));
      assertEquals(dark.plusDays(29), keys.due());
    }
  }

  private void moveTo(Served served, LocalDate day) {
    now.set(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    served.now.set(now.get());
    served.web.upkeep().once();
  }

  private static int days(Served served) throws Exception {
    HttpRequest request = served.request("/metrics").GET().build();
    return served
        .send(request)
        .text()
        .lines()
        .filter(line -> line.startsWith("probity_keys_days"))
        .map(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private KeyFolder open(Path copy) {
    return KeyFolder.open(copy, folder.resolve("ring"), Period.ofDays(30), now::get);
  }

  private Path copy(Path of) throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (var files = Files.list(of)) {
      for (Path file : files.toList()) Files.copy(file, copy.resolve(file.getFileName()));
    }
    return copy;
  }
}
