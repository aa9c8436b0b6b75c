// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Phrases of English and Swedish, whatever their case. Every repetition in them is bounded or runs
 * over one class of characters, so that no notice makes them slow. Stateless.
 */
final class Phrase {
  private static final List<String> NUMBERS =
      List.of(
          "\\d+",
          "ten",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "twenty",
          "thirty",
          "fifty",
          "hundred",
          "tio",
          "tolv",
          "tretton",
          "fjorton",
          "femton",
          "sexton",
          "sjutton",
          "arton",
          "tjugo",
          "trettio",
          "femtio",
          "hundra");
  private static final Pattern NUMBER = of("\\b(?:" + String.join("|", NUMBERS) + ")\\b");

  private Phrase() {}

  static Pattern of(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  static boolean in(String text, Pattern phrase) {
    return phrase.matcher(text).find();
  }

  /** The words that are no address of a site or a mailbox. */
  static String withoutAddresses(String text) {
    return Stream.of(text.split("\\s+"))
        .filter(word -> !word.contains("@") && !word.contains("://") && !word.contains("www."))
        .collect(Collectors.joining(" "));
  }

  /** Whether the text holds a number, in digits or words. */
  static boolean number(String text) {
    return in(text, NUMBER);
  }
}
