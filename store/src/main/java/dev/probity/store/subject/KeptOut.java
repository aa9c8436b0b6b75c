// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import java.io.Serial;

/** Others would bring back somebody who was erased; only she herself can. Nothing was written. */
public final class KeptOut extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  KeptOut() {
    super("somebody who was erased is kept out", null, false, false);
  }
}
