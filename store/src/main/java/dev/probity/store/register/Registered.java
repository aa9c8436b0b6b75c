// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all registers of a controller hold after so many changes. Immutable; what somebody makes of
 * it is remembered with it.
 */
public final class Registered {
  /** Registers in which nobody has written yet. */
  public static final Registered NOTHING = new Registered(0, Instant.EPOCH, Map.of());

  private final long step;
  private final Instant changed;
  private final Map<Name, Paper> papers;
  private final AtomicReference<@Nullable Object> made = new AtomicReference<>();

  private record Name(String register, String number) {}

  private Registered(long step, Instant changed, Map<Name, Paper> papers) {
    this.step = step;
    this.changed = changed;
    this.papers = papers;
  }

  /** How many changes there were. */
  long step() {
    return step;
  }

  /** When the last of them was; no decision that saw it is earlier. */
  public Instant changed() {
    return changed;
  }

  public Collection<Paper> papers() {
    return List.copyOf(papers.values());
  }

  public Optional<Paper> paper(String register, String number) {
    return Optional.ofNullable(papers.get(new Name(register, number)));
  }

  /** What one reader makes of it, made once; there is one such reader in a server. */
  @SuppressWarnings("unchecked")
  public <T> T as(Function<Registered, T> reader) {
    Object known = made.get();
    if (known == null) {
      known = reader.apply(this);
      made.set(known);
    }
    return (T) known;
  }

  Registered with(List<Paper> later, long last, Instant at) {
    if (later.isEmpty()) return this;
    Map<Name, Paper> all = new LinkedHashMap<>(papers);
    for (Paper paper : new ArrayList<>(later))
      all.put(new Name(paper.register(), paper.number()), paper);
    return new Registered(last, at, all);
  }

  @Override
  public String toString() {
    return "what registers hold after " + step + " changes";
  }
}
