// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import java.util.List;

/** What a rule looks at. Checks hold no state and find the same whatever the order of the pack. */
sealed interface Check {
  /** The pack alone. */
  non-sealed interface OfPack extends Check {
    List<Found> in(PackSource source);
  }

  /** The notice beside its pack; not run where no notice is given. */
  non-sealed interface OfNotice extends Check {
    List<Found> in(PackSource source, Printed notice);
  }

  /** Reading the pack finds it already, as a fault, so that no such pack is ever handed out. */
  record OfReading() implements Check {}
}
