// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import dev.probity.kernel.clause.Pack;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.prove.Contrast;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whether one pack permits nothing that another does not, over every question about one element
 * while both are in force. The packs may be of different controllers. Immutable.
 *
 * @param looser a question that the first permits and the second does not
 */
public record Strictness(Optional<Contrast.Told> looser) {
  public boolean atLeast() {
    return looser.isEmpty();
  }

  public static Strictness of(PackSource pack, PackSource other) {
    return of(pack.pack(), other.pack(), pack.words(new ArrayList<>()).all("region"));
  }

  /**
   * @param regions every region that can be stated; empty for those the packs name and some others
   */
  public static Strictness of(Pack pack, Pack other, Collection<String> regions) {
    List<Contrast> all = Contrast.of(pack, other, regions);
    return new Strictness(all.stream().map(Contrast::looser).flatMap(Optional::stream).findFirst());
  }
}
