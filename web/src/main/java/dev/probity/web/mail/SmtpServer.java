// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * A mail server and who may use it. Immutable; says nothing of itself.
 *
 * @param encrypted from the first byte on; otherwise by STARTTLS
 * @param user empty where it asks for none
 */
public record SmtpServer(String host, int port, boolean encrypted, String user, String password) {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  /** {@code smtp://host:587} or {@code smtps://host:465}, and nothing more. */
  public static Optional<SmtpServer> of(String url, String user, String password) {
    try {
      URI uri = new URI(url.strip());
      boolean encrypted = "smtps".equals(uri.getScheme());
      boolean rest =
          (uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/"))
              && uri.getQuery() == null
              && uri.getFragment() == null
              && uri.getUserInfo() == null;
      if (!rest || uri.getHost() == null || !encrypted && !"smtp".equals(uri.getScheme()))
        return Optional.empty();
      int port = uri.getPort() > 0 ? uri.getPort() : encrypted ? 465 : 587;
      return Optional.of(new SmtpServer(uri.getHost(), port, encrypted, user, password));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether it is on this machine, so that nobody hears the line. */
  boolean loopback() {
    return HERE.contains(host);
  }

  @Override
  public String toString() {
    return "a mail server";
  }
}
