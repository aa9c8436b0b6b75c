// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.nio.file.Path;

/** On its way to the door of this package, where it becomes a value. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  Refused(String code, String sentence, String fix, Path where) {
    super(code);
    this.fault = new Fault(code, sentence, fix, Where.file(where.toString()));
  }

  Fault fault() {
    return fault;
  }
}
