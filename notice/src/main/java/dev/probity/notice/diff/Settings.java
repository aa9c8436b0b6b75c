// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import dev.probity.kernel.clause.Pack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What two packs declare otherwise, apart from clauses: each as {@code consent:ID}. Stateless. */
final class Settings {
  private Settings() {}

  static List<String> changed(Pack before, Pack after) {
    List<String> changed = new ArrayList<>();
    compare("choice", before.choices(), after.choices(), changed);
    compare("consent", before.consents(), after.consents(), changed);
    compare("evidence", before.evidence(), after.evidence(), changed);
    compare("floor", before.vocabulary().floors(), after.vocabulary().floors(), changed);
    compare("point", before.points(), after.points(), changed);
    return changed;
  }

  private static <V> void compare(
      String kind, Map<String, V> before, Map<String, V> after, List<String> changed) {
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    for (String id : ids)
      if (!Objects.equals(before.get(id), after.get(id))) changed.add(kind + ":" + id);
  }
}
