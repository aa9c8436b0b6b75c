// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.fault.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Packs that lie over others, by their very texts: one law lies over many notices and is read once.
 * One thread.
 */
public final class ReadBefore {
  private final Map<PackFiles, PackSource> sources = new HashMap<>();

  /** Of nothing yet. */
  public ReadBefore() {}

  /** What was read of these files; one with mistakes is read again, and complained of again. */
  PackSource or(PackFiles files, Supplier<PackSource> read, List<Fault> faults) {
    PackSource before = sources.get(files);
    if (before != null) return before;
    int already = faults.size();
    PackSource now = read.get();
    if (faults.size() == already) sources.put(files, now);
    return now;
  }
}
