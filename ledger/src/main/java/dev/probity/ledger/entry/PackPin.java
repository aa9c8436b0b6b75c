// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import java.util.regex.Pattern;

/** The version of a pack that was in force, such as {@code example@2026-03-01#9f86d081}. */
public record PackPin(String text) {
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9-]{1,60}@\\d{4}-\\d{2}-\\d{2}#[0-9a-f]{1,64}");

  public PackPin {
    if (!FORM.matcher(text).matches()) throw new IllegalArgumentException("not a pack's version");
  }

  @Override
  public String toString() {
    return text;
  }
}
