// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Form;
import java.util.List;
import java.util.Set;

/**
 * What an import has to tell: mistakes, and of what it could read each thing that it left out or
 * guessed. One thread.
 */
record Notes(List<Fault> faults, List<Fault> warnings) {
  /** Something a manifest says that no pack can say. */
  void dropped(String what, String fix, Where where) {
    warnings.add(new Fault("PRB-N110", what, fix, where));
  }

  /** Something a manifest leaves open, and what was taken for it. */
  void guessed(String what, String fix, Where where) {
    warnings.add(new Fault("PRB-N111", what, fix, where));
  }

  /**
   * Warns of every field that was neither read nor is of use in the kept manifest alone.
   *
   * @param kept fields that lose nothing by staying in the manifest: names, descriptions, and what
   *     requests of persons will need
   */
  void rest(Form form, String what, Set<String> read, Set<String> kept) {
    form.node()
        .fields()
        .forEach(
            (name, field) -> {
              if (!read.contains(name) && !kept.contains(name))
                dropped(
                    "`" + name + "` of " + what + " says nothing in a pack",
                    "it stays in the kept manifest; if the notice promises it, write the clause",
                    field.key());
            });
  }
}
