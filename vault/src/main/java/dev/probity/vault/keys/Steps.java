// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

/** Told before each step that a file takes; a test ends the world at one of them. */
@FunctionalInterface
interface Steps {
  void before(String step);

  static Steps unwatched() {
    return step -> {};
  }
}
