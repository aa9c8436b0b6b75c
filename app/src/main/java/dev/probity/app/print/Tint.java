// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.print;

/** The few colours of the terminal, each with one meaning. */
public enum Tint {
  GOOD("32"),
  BAD("31"),
  WARN("33"),
  NAME("36"),
  STRONG("1"),
  DIM("2");

  private final String code;

  Tint(String code) {
    this.code = code;
  }

  String on() {
    return "\u001B[" + code + "m";
  }

  static String off() {
    return "\u001B[0m";
  }
}
