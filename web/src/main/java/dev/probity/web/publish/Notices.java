// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts of notices that are at hand, by controller. Immutable. */
public record Notices(Map<String, List<Published>> byController) {
  public static final Notices NONE = new Notices(Map.of());

  public Notices {
    byController = Map.copyOf(byController);
  }

  /** The text of a version in this language, else in another one. */
  Optional<Published> of(String controller, String version, String language) {
    List<Published> texts =
        byController.getOrDefault(controller, List.of()).stream()
            .filter(text -> text.version().equals(version))
            .toList();
    return texts.stream()
        .filter(text -> text.language().equals(language))
        .findFirst()
        .or(() -> texts.stream().findFirst());
  }
}
