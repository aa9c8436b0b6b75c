// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** What the figures were measured on. Immutable. */
record Machine(String processor, int cores, double load, String jvm, Instant when) {
  static Machine here(Instant now) {
    return new Machine(
        named(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        now);
  }

  private static String named() {
    Path file = Path.of("/proc/cpuinfo");
    if (Files.isReadable(file)) {
      try {
        for (String line : Files.readAllLines(file)) {
          if (line.startsWith("model name")) return line.substring(line.indexOf(':') + 1).strip();
        }
      } catch (IOException e) {
        return System.getProperty("os.arch");
      }
    }
    return System.getProperty("os.arch");
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores, load average at start %.1f%n%s%n%s",
        processor,
        cores,
        load,
        jvm,
        when);
  }
}
