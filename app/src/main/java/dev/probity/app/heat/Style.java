// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The page's style sheet, and the fingerprint by which the page allows it and nothing else. */
record Style(String text) {
  /** With the bar's parts as wide as their counts. */
  static Style of(Map<Heat, Integer> counts) {
    StringBuilder style = new StringBuilder(resource());
    counts.forEach(
        (heat, n) -> style.append(".bar .%s { flex: %d; }\n".formatted(heat.style(), n)));
    return new Style(style.toString());
  }

  /** For a Content-Security-Policy (CSP 3). */
  String sha256() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource() {
    try (InputStream in = Style.class.getResourceAsStream("heat.css")) {
      if (in == null) throw new IllegalStateException("heat.css is missing from this build");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
