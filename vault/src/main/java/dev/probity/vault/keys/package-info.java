// SPDX-License-Identifier: Apache-2.0
/**
 * Where keys are kept, apart from what they open, and how they are destroyed for good. Read first
 * {@link dev.probity.vault.keys.KeyStore}.
 */
@NullMarked
package dev.probity.vault.keys;

import org.jspecify.annotations.NullMarked;
