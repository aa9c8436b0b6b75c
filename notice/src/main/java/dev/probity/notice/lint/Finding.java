// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.fault.Where;

/**
 * One thing a rule found. Immutable. Never holds personal data, nor more than a word or a name of
 * the notice.
 *
 * @param rule name of the rule: {@code dangling-reference}
 * @param code its page in {@code docs/faults}
 * @param at the clause, the name in a section, or the line of the notice it is found at
 * @param where the file and line: of the notice where its text is at fault, else of the pack
 */
public record Finding(String rule, String code, String at, String sentence, String fix, Where where)
    implements Comparable<Finding> {
  @Override
  public int compareTo(Finding other) {
    int byPlace = where.compareTo(other.where);
    if (byPlace != 0) return byPlace;
    return (code + at + sentence).compareTo(other.code + other.at + other.sentence);
  }

  @Override
  public String toString() {
    return where + "  " + code + "  " + at + ": " + sentence + " (" + rule + ")\n   fix: " + fix;
  }
}
