// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.store.Targets;
import dev.probity.web.mail.Delivery;
import dev.probity.web.mail.FolderDelivery;
import dev.probity.web.mail.Message;
import dev.probity.web.mail.Post;
import dev.probity.web.mail.SmtpDelivery;
import dev.probity.web.mail.SmtpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How mail leaves the server, from settings: {@code PROBITY_SMTP_URL}, {@code PROBITY_SMTP_USER},
 * {@code PROBITY_SMTP_PASSWORD_FILE}, {@code PROBITY_MAIL_FROM} and {@code PROBITY_PUBLIC_URL}; in
 * a demo without a mail server, a folder. Immutable.
 */
record MailSettings(Map<String, String> settings, boolean demo) {
  private static final Where PLACE = Where.file("environment");

  private String setting(String name) {
    return settings.getOrDefault(name, "").strip();
  }

  private Path folder() {
    return Targets.data(settings).resolve("outbox");
  }

  /** Nothing where this server sends no mail. */
  Optional<Post> post() {
    return delivery()
        .map(
            delivery -> new Post(delivery, from().orElse("no-reply@probity.invalid"), publicUrl()));
  }

  private Optional<Delivery> delivery() {
    if (!setting("PROBITY_SMTP_URL").isEmpty()) return server().map(SmtpDelivery::new);
    return demo ? Optional.of(new FolderDelivery(folder())) : Optional.empty();
  }

  private Optional<String> from() {
    return Message.address(setting("PROBITY_MAIL_FROM"));
  }

  private String publicUrl() {
    String url = setting("PROBITY_PUBLIC_URL");
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private Optional<SmtpServer> server() {
    return password()
        .flatMap(
            password ->
                SmtpServer.of(setting("PROBITY_SMTP_URL"), setting("PROBITY_SMTP_USER"), password));
  }

  /** Empty text where none is set; nothing where it cannot be read. */
  private Optional<String> password() {
    String file = setting("PROBITY_SMTP_PASSWORD_FILE");
    if (file.isEmpty()) return Optional.of("");
    try {
      return Optional.of(Files.readString(Path.of(file)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What a person reads of it once the server listens. */
  Optional<String> greeting() {
    if (!setting("PROBITY_SMTP_URL").isEmpty()) return Optional.of("by a mail server");
    return demo ? Optional.of("as files in " + folder()) : Optional.empty();
  }

  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    boolean smtp = !setting("PROBITY_SMTP_URL").isEmpty();
    if (smtp && server().isEmpty())
      faults.add(
          new Fault(
              "PRB-W046",
              "the mail server that is set cannot be used",
              "set PROBITY_SMTP_URL to smtp://HOST:PORT or smtps://HOST:PORT, PROBITY_SMTP_USER to"
                  + " a user, and PROBITY_SMTP_PASSWORD_FILE to a file that can be read",
              PLACE));
    String from = setting("PROBITY_MAIL_FROM");
    if (smtp && from().isEmpty() || !from.isEmpty() && from().isEmpty())
      faults.add(
          new Fault(
              "PRB-W047",
              "mail comes from no address that could be written to",
              "set PROBITY_MAIL_FROM to one address, and nothing beside it",
              PLACE));
    if (smtp && !demo && publicUrl().isEmpty() || !publicUrl().isEmpty() && !isUrl(publicUrl()))
      faults.add(
          new Fault(
              "PRB-W048",
              "links in mail would lead nowhere",
              "set PROBITY_PUBLIC_URL to the https address under which people reach this server",
              PLACE));
    return faults;
  }

  /** RFC 8058 asks for https; a demo listens on this machine alone and may do without. */
  private boolean isUrl(String url) {
    try {
      URI uri = URI.create(url);
      boolean web = "https".equals(uri.getScheme()) || demo && "http".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
