// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.kernel.fault.Fault;
import dev.probity.store.Store;
import java.io.Serial;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * What a server stands on, begun at once, each on a thread of its own: reading packs and starting a
 * database take a core for a while, and so does Spring, which goes on meanwhile. Whatever has been
 * opened is closed, however far the start has come. Safe for many threads.
 */
final class Foundations implements AutoCloseable {
  private final CompletableFuture<Packs> packs;
  private final CompletableFuture<Store.Opening> store;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Foundations(CompletableFuture<Packs> packs, CompletableFuture<Store.Opening> store) {
    this.packs = packs;
    this.store = store;
  }

  static Foundations begin(Supplier<Packs> packs, Supplier<Store.Opening> store) {
    return new Foundations(beside("packs", packs), beside("database", store));
  }

  /** Work on a thread of its own. */
  static <T> CompletableFuture<T> beside(String name, Supplier<T> work) {
    return CompletableFuture.supplyAsync(
        work, task -> Thread.ofPlatform().name(name).daemon().start(task));
  }

  /** Why there is no server. */
  static final class Refusal extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    Refusal(List<Fault> faults) {
      super(null, null, false, false);
      this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
      return faults;
    }
  }

  /** Waits for the database. */
  Store store() {
    return switch (store.join()) {
      case Store.Opening.Opened opened -> opened.store();
      case Store.Opening.Refused refused -> throw new Refusal(List.of(refused.fault()));
    };
  }

  /** Waits for the packs. */
  Packs packs() {
    Packs read = packs.join();
    if (!read.faults().isEmpty()) throw new Refusal(read.faults());
    return read;
  }

  /** Waits for both, and says so. */
  void await(Progress progress) {
    progress.now("Starting the database");
    Store unusedStore = store();
    progress.now("Reading the packs");
    Packs unusedPacks = packs();
  }

  boolean isClosed() {
    return closed.get();
  }

  /** Waits for what has begun, and closes it; a second time does nothing. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) return;
    try {
      if (store.join() instanceof Store.Opening.Opened opened) opened.store().close();
    } catch (CompletionException e) {
      // It was never opened, which whoever asked for it has been told.
      return;
    }
  }
}
