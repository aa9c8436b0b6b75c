// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.schema;

import dev.probity.notice.vocabulary.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The JSON Schema (draft 2020-12) of a pack's section files with the shared vocabulary filled in.
 * It checks shape and words; what needs the whole pack is lint's. Stateless.
 */
public final class PackSchema {
  private PackSchema() {}

  public static String text(Lexicon lexicon) {
    String schema = template();
    for (String section : lexicon.sections().keySet()) {
      String words =
          lexicon.section(section).keySet().stream()
              .map(w -> '"' + w + '"')
              .collect(Collectors.joining(", "));
      schema = schema.replace("\"@" + section + '"', words);
    }
    return schema;
  }

  private static String template() {
    try (InputStream in = PackSchema.class.getResourceAsStream("pack.schema.json")) {
      if (in == null) throw new IllegalStateException("the schema is missing from this build");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
