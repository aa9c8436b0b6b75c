// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.register.RegisterKinds;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The controllers that this server speaks for, by the name in their addresses. Safe for many
 * threads.
 */
public final class Controllers {
  private final Map<String, CompletableFuture<Controller>> byId = new ConcurrentHashMap<>();
  private final CompletableFuture<RegisterKinds> registers;

  /** Begins to compile every pack; costs tens of milliseconds for each, beside who called. */
  public Controllers(Map<String, PackSource> packs) {
    registers = CompletableFuture.supplyAsync(RegisterKinds::shipped);
    packs.forEach((id, source) -> byId.put(id, compiling(id, source)));
  }

  private CompletableFuture<Controller> compiling(String id, PackSource source) {
    return registers.thenApplyAsync(kinds -> Controller.of(id, source, kinds));
  }

  /** From now on requests to this controller, which is there, are answered by another pack. */
  public void renew(String id, PackSource source) {
    CompletableFuture<Controller> compiled = compiling(id, source);
    compiled.join();
    byId.replace(id, compiled);
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
  public Set<String> ids() {
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
