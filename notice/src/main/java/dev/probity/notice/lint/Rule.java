// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

/**
 * A rule of lint: its name, the code under which {@code docs/faults} explains it, and its check.
 * Immutable.
 */
record Rule(String name, String code, Check check) {
  static Rule of(int number, String name, Check.OfPack check) {
    return new Rule(name, String.format("PRB-L%03d", number), check);
  }

  static Rule ofNotice(int number, String name, Check.OfNotice check) {
    return new Rule(name, String.format("PRB-L%03d", number), check);
  }

  static Rule ofReading(String code, String name) {
    return new Rule(name, code, new Check.OfReading());
  }
}
