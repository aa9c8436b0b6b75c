// SPDX-License-Identifier: Apache-2.0
/**
 * Records sealed under the key of the person they are about. Read first {@link
 * dev.probity.vault.seal.Vault}.
 */
@NullMarked
package dev.probity.vault.seal;

import org.jspecify.annotations.NullMarked;
