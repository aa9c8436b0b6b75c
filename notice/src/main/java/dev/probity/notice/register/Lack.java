// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import java.util.Locale;

/**
 * Why a document does not count. Immutable.
 *
 * @param element what it is about, in the words of its kind
 * @param cite the law that wants it
 */
public record Lack(String element, Why why, String cite) implements Comparable<Lack> {
  /** What is wrong with the element. */
  public enum Why {
    /** It is not there. */
    MISSING,
    /** It has a value that the law does not accept. */
    NONE,
    /** It was overturned, or replaced, from a day on. */
    VOID,
    NOT_YET,
    EXPIRED,
    ENDED,
    /** The child is grown. */
    GROWN,
    /** The question is about something else, or does not say about what. */
    ELSEWHERE;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public int compareTo(Lack other) {
    return (element + why).compareTo(other.element + other.why);
  }
}
