// SPDX-License-Identifier: Apache-2.0
/** Records sealed under a key of each person, and where those keys are kept and destroyed. */
module dev.probity.vault {
  requires static org.jspecify;
  requires transitive dev.probity.kernel;
  requires com.google.crypto.tink;

  exports dev.probity.vault.keys;
  exports dev.probity.vault.seal;
}
