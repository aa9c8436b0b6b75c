// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.mail;

/**
 * What the pixel in a mail leads to. Immutable; says nothing of itself.
 *
 * @param subject the id of whom the mail was for
 */
public record Pixel(String subject, long mail) {
  @Override
  public String toString() {
    return "a pixel in a mail";
  }
}
