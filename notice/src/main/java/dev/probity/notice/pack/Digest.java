// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.notice.yaml.Node;
import dev.probity.notice.yaml.YamlPrinter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names the exact content of a pack: SHA-256 over its sections printed canonically, scenarios left
 * out. Order in files and lists does not change it. Stateless.
 */
final class Digest {
  /** 128 bits: enough that nobody finds two packs of one name. */
  private static final int SHOWN = 16;

  private Digest() {}

  static String of(Map<String, Node> sections) {
    MessageDigest sha;
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    new TreeMap<>(sections)
        .forEach(
            (name, node) -> {
              if (name.equals("scenarios")) return;
              sha.update(
                  (name + ": " + YamlPrinter.printUnordered(node) + "\n")
                      .getBytes(StandardCharsets.UTF_8));
            });
    return HexFormat.of().formatHex(sha.digest(), 0, SHOWN);
  }
}
