// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How manifests write lists, keys and nothing at all. Stateless. */
final class Named {
  private static final Set<String> NOTHING = Set.of("null", "~");

  private Named() {}

  /** Whether a field is missing or says nothing: empty, {@code null} or {@code ~}. */
  static boolean absent(Form form, String key) {
    return form.get(key)
        .map(
            node ->
                node instanceof Node.Text text
                    && text.plain()
                    && (text.value().isEmpty() || NOTHING.contains(text.value())))
        .orElse(true);
  }

  /** A list that may be missing or say nothing. */
  static List<Node> list(Form form, String key) {
    return absent(form, key) ? List.of() : form.list(key);
  }

  /** A text that may be missing or say nothing. */
  static Optional<String> text(Form form, String key) {
    return absent(form, key) ? Optional.empty() : form.text(key);
  }

  static Map<String, Where> in(Form form, String key) {
    Map<String, Where> keys = new LinkedHashMap<>();
    for (Node item : list(form, key)) {
      if (item instanceof Node.Text text && !text.value().isBlank())
        keys.putIfAbsent(text.value(), text.where());
      else
        form.fault(
            "PRB-N012",
            "`"
                + key
                + "` holds words, not "
                + (item instanceof Node.Text ? "empty ones" : item.kind()),
            "write one key a line",
            item.where());
    }
    return keys;
  }

  static Set<String> terms(Map<String, Where> keys, Dictionary dictionary) {
    Set<String> terms = new TreeSet<>();
    keys.forEach((key, where) -> terms.addAll(dictionary.terms(key, where)));
    return dictionary.highest(terms);
  }
}
