// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.util.Collection;

/**
 * How the lines of a notice are read. The caller knows which: a text file whose clauses cite
 * sentences ("96.1") by {@link #LINES}, one whose clauses cite bare lines, and any text that was
 * taken out of a PDF, by {@link #SENTENCES}.
 */
public enum Reading {
  /** A line break always ends a unit: a line holds a heading, a list item or a paragraph. */
  LINES,
  /** The lines of a paragraph that was wrapped at a width are joined first. */
  SENTENCES;

  /** By sentences where no citation of the pack carries a sentence number, else by lines. */
  public static Reading of(Collection<Citation> citations) {
    return citations.stream().anyMatch(Citation::numbersUnits) ? LINES : SENTENCES;
  }
}
