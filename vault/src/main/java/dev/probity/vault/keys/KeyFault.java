// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;

/** Keys cannot be used as they lie there; the fault says what a person can do about it. */
public final class KeyFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  private KeyFault(String code, String sentence, String fix, String file) {
    super(code + ": " + sentence);
    fault = new Fault(code, sentence, fix, Where.file(file));
  }

  public Fault fault() {
    return fault;
  }

  static KeyFault noRing(String file) {
    return new KeyFault(
        "PRB-V001",
        "there are wrapped keys, but the key ring that opens them is not here",
        "put the key ring back where its setting says; without it everything sealed stays dark",
        file);
  }

  static KeyFault badRing(String file) {
    return new KeyFault(
        "PRB-V002",
        "this is not a key ring, or others than its owner may read it",
        "restore the file, and let only the account that runs Probity read it (0600)",
        file);
  }

  static KeyFault dark(String file) {
    return new KeyFault(
        "PRB-V003",
        "this key was wrapped in an epoch whose key is destroyed",
        "nothing opens it; if it came from a copy, leave the copy away",
        file);
  }

  static KeyFault altered(String file) {
    return new KeyFault(
        "PRB-V004",
        "this wrapped key was altered, or moved here from another person's",
        "restore the file from a copy of the present epoch",
        file);
  }
}
