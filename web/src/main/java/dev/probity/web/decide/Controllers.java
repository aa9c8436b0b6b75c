// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.register.RegisterKinds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The controllers that this server speaks for, by the name in their addresses. Immutable. */
public final class Controllers {
  private final Map<String, CompletableFuture<Controller>> byId = new LinkedHashMap<>();

  /** Begins to compile every pack; costs tens of milliseconds for each, beside who called. */
  public Controllers(Map<String, PackSource> packs) {
    CompletableFuture<RegisterKinds> registers =
        CompletableFuture.supplyAsync(RegisterKinds::shipped);
    packs.forEach(
        (id, source) ->
            byId.put(id, registers.thenApplyAsync(kinds -> Controller.of(id, source, kinds))));
  }

  /** Returns once every pack is compiled; throws where one cannot be. */
  public Controllers whole() {
    byId.values().forEach(CompletableFuture::join);
    return this;
  }

  /** For who has shown a token of this controller, which therefore is there. */
  Controller get(String id) {
    CompletableFuture<Controller> controller = byId.get(id);
    if (controller == null) throw new IllegalStateException("a token of no controller was taken");
    return controller.join();
  }

  /** All of them, in no order that means anything. */
  Set<String> ids() {
    return byId.keySet();
  }

  /** For who has shown nothing, at the doors that are open to everybody. */
  public Optional<Controller> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(CompletableFuture::join);
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }
}
