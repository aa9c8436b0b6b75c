// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.question;

/**
 * That a notice of some kind reached the person. Immutable.
 *
 * @param version of the notice; empty where it does not matter
 */
public record NoticeGiven(String what, String version) {}
