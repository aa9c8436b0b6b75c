// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

/**
 * The text of one manifest file. Immutable.
 *
 * @param name as the user wrote it; faults say it
 * @param kept where the text is kept within the pack ({@code fides/shop.yml}); comments say it
 */
public record Manifest(String name, String kept, String text) {}
