// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.engine.Compiled;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One controller: its pack as written, and the engine that decides by it. Immutable.
 *
 * @param declared the words that the pack itself declares
 */
record Controller(
    String id, PackSource source, Compiled engine, Map<String, Set<String>> declared) {
  static Controller of(String id, PackSource source) {
    return new Controller(
        id, source, Compiled.of(source.history()), source.words(List.of()).declared());
  }

  /** The words of questions, complaining into the given list. */
  Words words(List<Fault> faults) {
    return new Words(source.lexicon(), declared, faults);
  }
}
