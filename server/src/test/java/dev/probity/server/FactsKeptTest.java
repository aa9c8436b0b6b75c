// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts in real processes: what a kill leaves of them, and what the disk says of people. */
class FactsKeptTest {
  private static final int ROUNDS = Integer.getInteger("probity.kills", 2);
  private static final int WRITES = 40;
  private static final String MAIL = "sentinel-anna@mail.test";
  private static final String NAME = "Sentinella Andersson";

  private final List<Running> started = new ArrayList<>();

  @TempDir Path folder;

  @AfterEach
  void stop() throws InterruptedException {
    for (Running up : started) up.close();
  }

  @Test
  void whatWasAcknowledgedOutlivesAKill() throws Exception {
    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    Running up = up();
    for (int round = 0; round < ROUNDS; round++) {
      killedUnderLoad(up, acknowledged);
      up = up();
      for (Map.Entry<String, String> held : acknowledged.entrySet()) {
        String read = post(up, "facts/read", "{\"subject\": \"" + held.getKey() + "\"}");
        assertTrue(read.contains("\"pinned\":\"" + held.getValue() + "\""), read);
      }
    }
    assertTrue(acknowledged.size() >= ROUNDS * WRITES, acknowledged.size() + " writes");
  }

  /** Kills the server while four callers write, once enough is acknowledged. */
  private void killedUnderLoad(Running up, Map<String, String> acknowledged) throws Exception {
    CountDownLatch enough = new CountDownLatch(WRITES);
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++)
      callers.add(
          Thread.startVirtualThread(
              () -> {
                try {
                  for (int n = 0; ; n++) {
                    String id = id(post(up, "subjects", "{}"));
                    String body =
                        "{\"subject\": \"" + id + "\", \"set\": {\"pinned\": \"v" + n + "\"}}";
                    if (!post(up, "facts", body).contains("\"changed\"")) return;
                    acknowledged.put(id, "v" + n);
                    enough.countDown();
                  }
                } catch (Exception killed) {
                  Thread.currentThread().interrupt();
                }
              }));
    enough.await();
    up.process.destroyForcibly().waitFor();
    for (Thread caller : callers) caller.join();
  }

  /** Everywhere under the data directory: tables, WAL, keys, logs. */
  @Test
  void nothingOfAPersonLiesOnTheDiskInClear() throws Exception {
    Running up = up();
    String id = id(post(up, "subjects", "{\"known-as\": {\"contact.email\": \"" + MAIL + "\"}}"));
    String about = "{\"subject\": \"" + id + "\", ";
    String facts =
        "\"add\": {\"evidence\": {\"kind\": \"legal.demand\", \"id\": \""
            + NAME
            + "\"}, \"consent\": {\"direction\": {\"level\": \"written\", \"covers\":"
            + " {\"recipient\": \""
            + NAME
            + "\"}}}}}";
    assertTrue(post(up, "facts", about + facts).contains("\"changed\""));
    assertTrue(post(up, "facts/read", "{\"subject\": \"" + id + "\"}").contains(NAME));
    post(
        up,
        "decisions",
        about + "\"ask\": {\"use\": \"" + NAME + "\", \"for\": \"" + MAIL + "\"}}");
    post(up, "facts", about + "\"add\": {\"" + NAME + "\": \"" + MAIL + "\"}}");
    post(up, MAIL, about + "\"x\": 1}");

    String[] never = {MAIL, NAME, "sentinel-anna", "Sentinella", id, id.substring(4)};
    assertEquals(List.of(), found(never));
    up.process.destroy();
    up.process.waitFor();
    assertEquals(List.of(), found(never));
    // Why: a sweep that finds nothing at all would prove nothing.
    assertFalse(found("/v1/{controller}/facts").isEmpty());
  }

  private List<String> found(String... words) throws IOException {
    return Sweep.of(words).of(folder);
  }

  private static String id(String answer) {
    int at = answer.indexOf("sub_");
    assertTrue(at > 0, answer);
    return answer.substring(at, at + 36);
  }

  private static String post(Running up, String door, String body) throws Exception {
    return up.post(door, body).body();
  }

  private Running up() throws IOException {
    Running up = new Running(folder, Map.of());
    started.add(up);
    return up;
  }
}
