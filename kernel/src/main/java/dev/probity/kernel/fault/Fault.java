// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.fault;

/**
 * One mistake in what a user gave us, as a value: a stable code with a page in {@code docs/faults},
 * a sentence in the user's words, an imperative fix and the place. Never holds personal data.
 * Immutable.
 */
public record Fault(String code, String sentence, String fix, Where where)
    implements Comparable<Fault> {
  @Override
  public int compareTo(Fault other) {
    int byPlace = where.compareTo(other.where);
    return byPlace != 0 ? byPlace : (code + sentence).compareTo(other.code + other.sentence);
  }

  @Override
  public String toString() {
    return where + "  " + code + "  " + sentence + "\n   fix: " + fix;
  }
}
