// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

/**
 * How strong a yes is, weakest first. Under OPT_OUT silence is enough; ACCEPTED is accepting a
 * notice and never covers a purpose; AUTHORISATION is 45 CFR 164.508.
 */
public enum ConsentLevel {
  OPT_OUT,
  IMPLIED,
  ACCEPTED,
  OPT_IN,
  OFFER_ACCEPTED,
  WRITTEN,
  AUTHORISATION;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
