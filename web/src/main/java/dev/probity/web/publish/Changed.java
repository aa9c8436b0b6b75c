// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.publish;

import dev.probity.notice.diff.Diff;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one version of a notice changes in the one before. Immutable; finding it out may take
 * seconds.
 *
 * @param entries what it says that the earlier one does not, in the order written
 * @param gone what the earlier one says and it does not
 * @param material whether people must hear of it before it holds
 * @param tell data of people with which more may be done than before
 */
record Changed(List<Entry> entries, List<Entry> gone, boolean material, List<String> tell) {
  static Changed between(PackSource before, PackSource after) {
    List<Entry> entries = new ArrayList<>();
    List<Entry> gone = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>(before.entries().keySet());
    ids.addAll(after.entries().keySet());
    for (String id : ids) {
      Entry was = before.entries().get(id);
      Entry is = after.entries().get(id);
      if (was != null && is != null && same(was, is)) continue;
      if (is == null && was != null) gone.add(was);
      if (is != null) entries.add(is);
    }
    return switch (Diff.of(before, after)) {
      case Diff.Outcome.Compared(Diff diff) ->
          new Changed(entries, gone, diff.material(), diff.tell());
      // Why: who cannot be compared is another, of whom all is news.
      case Diff.Outcome.Refused refused -> new Changed(entries, gone, true, List.of());
    };
  }

  private static boolean same(Entry was, Entry is) {
    return was.says().equals(is.says())
        && was.clauses().equals(is.clauses())
        && was.value().equals(is.value());
  }
}
