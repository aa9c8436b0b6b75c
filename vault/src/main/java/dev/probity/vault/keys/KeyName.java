// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

/**
 * Whose key, and what for. Immutable.
 *
 * @param subject a number of ours, never a name or an address; empty for the controller's own key
 */
public record KeyName(String tenant, String subject, Use use) {
  private static final int LONGEST = 200;

  /** Keys live and die apart from each other. */
  public enum Use {
    /** Opens a person's records. */
    DATA,
    /** Makes the salts of what the log says of a person's values; dies with {@link #DATA}. */
    SALT,
    /** Links log entries to a person; outlives the records until no duty needs it. */
    LINK,
    /** Makes a controller's blind index. */
    INDEX,
    /** Knows again whom a controller has erased, by what names her. */
    SUPPRESSION
  }

  public KeyName {
    if (tenant.isEmpty() || tenant.length() > LONGEST || subject.length() > LONGEST) {
      throw new IllegalArgumentException("a key needs a tenant, in at most 200 characters");
    }
  }

  @Override
  public String toString() {
    return "a " + use + " key";
  }
}
