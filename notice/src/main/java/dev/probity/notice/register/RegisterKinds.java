// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of documents that registers hold, by name. Immutable; share it. */
public record RegisterKinds(Map<String, RegisterKind> kinds) {
  private static final String FILE = "register/kinds.yaml";

  public Optional<RegisterKind> kind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  /** Those that ship. A mistake in them is ours, so it is an exception. */
  public static RegisterKinds shipped() {
    List<Fault> faults = new ArrayList<>();
    RegisterKinds kinds = read(text(), faults);
    if (!faults.isEmpty()) throw new IllegalStateException(faults.toString());
    return kinds;
  }

  static RegisterKinds read(String yaml, List<Fault> faults) {
    Map<String, RegisterKind> kinds = new LinkedHashMap<>();
    YamlReader.read(FILE, yaml, faults)
        .ifPresent(
            node ->
                Form.of(node, "the registers", faults)
                    .each(
                        (name, kind) -> kinds.put(name, new KindReader(name, faults).read(kind))));
    return new RegisterKinds(kinds);
  }

  private static String text() {
    try (InputStream in = RegisterKinds.class.getResourceAsStream("kinds.yaml")) {
      if (in == null) throw new IllegalStateException(FILE + " is missing from this build");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
