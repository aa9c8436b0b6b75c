// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

/** What things are called in a form, as names and as places to jump to. Stateless. */
final class FieldName {
  static final String TICKET = "ticket";
  static final String AGE = "age";

  /** Of whom it is about, where that is another than who fills it in. */
  static final String SUBJECT_AGE = "age.subject";

  static final String REGION = "region";
  static final String SHOWN = "shown";

  private static final String ELEMENT = "f.";
  private static final String CONSENT = "c.";

  private FieldName() {}

  static String element(String element) {
    return ELEMENT + element;
  }

  static String consent(String consent) {
    return CONSENT + consent;
  }

  static boolean isElement(String name) {
    return name.startsWith(ELEMENT);
  }

  static String elementOf(String name) {
    return name.substring(ELEMENT.length());
  }
}
