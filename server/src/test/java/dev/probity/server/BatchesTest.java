// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many questions at once, with the memory that the launcher gives a server. */
@Timeout(600)
class BatchesTest {
  private static final Pattern HEAP = Pattern.compile("-Xmx\\$\\{PROBITY_HEAP:-(\\d+m)}");
  private static final int MOST = 10_000;
  private static final int LARGEST = 16 << 20;

  @TempDir Path folder;

  @Test
  void theyAreAnsweredOrRefusedAndMemoryDoesNotRunOut() throws Exception {
    Matcher heap = HEAP.matcher(Files.readString(Running.root().resolve("probity")));
    assertTrue(heap.find(), "the launcher names its memory");
    List<String> machine = List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx" + heap.group(1));
    try (Running server = new Running(folder, Running.root(), machine, Map.of())) {
      String batch = array(Running.QUESTION);
      String answer = server.post("decisions", batch).body();
      assertEquals(MOST, answer.split("\"effect\":\"PERMIT\"", -1).length - 1);

      // Questions as long as an array of so many may have, and an array of nothing but tokens.
      String longest =
          Running.QUESTION + " ".repeat(LARGEST / MOST - Running.QUESTION.length() - 1);
      String tokens = "[" + "1,".repeat(LARGEST / 2 - 2) + "1]";
      List<Integer> statuses = new ArrayList<>();
      for (String body : List.of(batch, array(longest), tokens))
        statuses.addAll(statuses(server, body));
      assertTrue(statuses.contains(200), statuses.toString());
      assertTrue(List.of(200, 400, 413, 503).containsAll(statuses), statuses.toString());
      assertEquals(200, server.post("decisions", Running.QUESTION).statusCode());
      String log = Files.readString(server.data.resolve("log/probity.log"));
      assertFalse(log.contains("OutOfMemory"), log);
      assertFalse(Files.readString(folder.resolve("err")).contains("OutOfMemory"));
    }
  }

  private static String array(String question) {
    return "[" + String.join(",", Collections.nCopies(MOST, question)) + "]";
  }

  private static List<Integer> statuses(Running server, String body) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> sent = new ArrayList<>();
      for (int i = 0; i < 4; i++) sent.add(threads.submit(() -> server.post("decisions", body)));
      for (Future<HttpResponse<String>> answer : sent) statuses.add(answer.get().statusCode());
    }
    return statuses;
  }
}
