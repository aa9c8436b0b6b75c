// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.mail;

/**
 * How mail leaves this server. Immutable.
 *
 * @param from the address that mail comes from
 * @param url what links in mail begin with; empty for where the server listens
 */
public record Post(Delivery delivery, String from, String url) {}
