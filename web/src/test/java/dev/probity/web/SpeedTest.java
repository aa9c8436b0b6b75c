// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * What the doors cost beside what HTTP costs by itself, in turn within one process: {@code mvn -pl
 * web -am -Dslow.tests=none -Dtest=SpeedTest verify}. Prints what it measures.
 */
@Tag("slow")
class SpeedTest {
  private static final int CALLERS = 32;
  private static final int WARM = 3;
  private static final int ROUNDS = Integer.getInteger("probity.rounds", 25);
  private static final int REQUESTS = Integer.getInteger("probity.requests", 4_000);
  private static final String ASK =
      "\"ask\": {\"disclose\": \"device.serial\", \"to\": \"audiologist\", \"for\":"
          + " \"device-support\"}}";

  @TempDir static Path folder;

  @Test
  void aDecisionCostsAtMostTwiceAnEcho() throws Exception {
    Map<String, Object> as =
        Map.of(
            "server.port",
            0,
            "server.address",
            "127.0.0.1",
            "spring.threads.virtual.enabled",
            true,
            "spring.main.banner-mode",
            "off",
            "server.tomcat.max-keep-alive-requests",
            -1,
            "logging.threshold.console",
            "OFF");
    try (Served served = new Served(folder);
        var echo = new SpringApplicationBuilder(Echo.class).properties(as).run()) {
      int echoes = ((ServletWebServerApplicationContext) echo).getWebServer().getPort();
      String id = served.post("/v1/one/subjects", "{}").json().path("subject").asString();
      served.post(
          "/v1/one/facts", "{\"subject\": \"" + id + "\", \"add\": {\"relation\": \"fitter-of\"}}");
      String bare = "{\"given\": {\"relation\": \"fitter-of\"}, " + ASK;
      String held = "{\"subject\": \"" + id + "\", " + ASK;
      Load echoing = new Load(echoes, "/echo", served.token, CALLERS);
      Load deciding = new Load(served.web.port(), "/v1/one/decisions", served.token, CALLERS);
      List<Double> ratios = new ArrayList<>();
      List<Double> ratiosHeld = new ArrayList<>();
      for (int round = 0; round < ROUNDS + WARM; round++) {
        double e = echoing.rate(REQUESTS, 200, n -> bare);
        double d = deciding.rate(REQUESTS, 200, n -> bare);
        double h = deciding.rate(REQUESTS, 200, n -> held);
        // Why not the first: the compiler is still at work.
        if (round < WARM) continue;
        ratios.add(d / e);
        ratiosHeld.add(h / e);
        System.out.printf(
            Locale.ROOT,
            "round %d: echo %.0f/s, decision %.0f/s (%.2f), by held facts %.0f/s (%.2f)%n",
            round,
            e,
            d,
            d / e,
            h,
            h / e);
      }
      double median = median(ratios);
      System.out.printf(
          Locale.ROOT,
          "medians of %d rounds: decision %.2f of an echo, by held facts %.2f%n",
          ROUNDS,
          median,
          median(ratiosHeld));
      assertTrue(median >= 0.5, "a decision runs at " + median + " of an echo's rate");
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
