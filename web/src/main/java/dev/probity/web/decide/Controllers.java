// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.notice.pack.PackSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The controllers that this server speaks for, by the name in their addresses. Immutable. */
public final class Controllers {
  private final Map<String, Controller> byId = new LinkedHashMap<>();

  /** Compiles every pack; costs milliseconds for each. */
  public Controllers(Map<String, PackSource> packs) {
    packs.forEach((id, source) -> byId.put(id, Controller.of(id, source)));
  }

  /** For who has shown a token of this controller, which therefore is there. */
  Controller get(String id) {
    Controller controller = byId.get(id);
    if (controller == null) throw new IllegalStateException("a token of no controller was taken");
    return controller;
  }

  /** All of them, in no order that means anything. */
  Set<String> ids() {
    return byId.keySet();
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }
}
