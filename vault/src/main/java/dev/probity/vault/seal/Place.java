// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

/**
 * Where a sealed value belongs; it opens nowhere else. Immutable.
 *
 * @param subject a number of ours, as in her key's name
 * @param field which of her values: an element, and what tells two values of it apart
 */
public record Place(String tenant, String subject, String field) {}
