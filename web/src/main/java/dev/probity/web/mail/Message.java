// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.mail;

import dev.probity.web.page.Html;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A mail as it is handed over. Immutable; says nothing of itself.
 *
 * @param id tells it from others, and is the same whenever it is handed over again
 * @param sender the name beside the address it comes from
 * @param to one address that {@link #address} lets pass
 * @param wayOut the link by which such mail is stopped; empty for mail that goes on
 * @param instructions the sentence before that link
 * @param pixel the address of a picture that tells it was opened; empty where it bears none
 */
public record Message(
    String id,
    String from,
    String sender,
    String to,
    String title,
    String text,
    String language,
    String wayOut,
    String instructions,
    String pixel,
    Instant at) {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int LOCAL = 64;

  /** Before the sign in any script, but with nothing that cannot be seen (RFC 6532). */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\\-[^\\p{ASCII}\\p{C}\\p{Z}]]+@[A-Za-z0-9.-]{1,253}");

  /**
   * The address as mail servers read it; nothing where no mail can be sent to it, or it would be
   * more than one. The domain is in ASCII whatever script it was written in; what stands before the
   * {@code @} stays as it is, and may need a mail server that takes it: {@link #international}.
   */
  public static Optional<String> address(String held) {
    String written = held.strip();
    int at = written.lastIndexOf('@');
    if (at < 1) return Optional.empty();
    try {
      String address =
          written.substring(0, at)
              + "@"
              + IDN.toASCII(written.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      if (!ADDRESS.matcher(address).matches()) return Optional.empty();
      if (written.substring(0, at).getBytes(StandardCharsets.UTF_8).length > LOCAL)
        return Optional.empty();
      new InternetAddress(address, true).validate();
      return Optional.of(address);
    } catch (IllegalArgumentException | MessagingException e) {
      return Optional.empty();
    }
  }

  /** Whether an address needs a mail server that takes more than ASCII (RFC 6531). */
  static boolean international(String address) {
    return !address.chars().allMatch(c -> c < 128);
  }

  /** What mail in general needs, and what mail to such an address needs besides. */
  static Properties properties(boolean international) {
    Properties all = new Properties();
    all.setProperty("mail.mime.allowutf8", "" + international);
    return all;
  }

  /** The same, line for line, whenever it is made. */
  MimeMessage mime() {
    try {
      Session session = Session.getInstance(properties(international(to)));
      Numbered mime = new Numbered(session, id + "@" + from.substring(from.lastIndexOf('@') + 1));
      mime.setFrom(new InternetAddress(from, sender, UTF_8));
      mime.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to));
      mime.setSubject(title, UTF_8);
      mime.setSentDate(Date.from(at));
      mime.setContentLanguage(new String[] {language});
      if (!wayOut.isEmpty()) {
        // RFC 2369, RFC 8058.
        mime.setHeader("List-Unsubscribe", "<" + wayOut + ">");
        mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
      MimeBodyPart plain = new MimeBodyPart();
      plain.setText(plain(), UTF_8);
      MimeBodyPart html = new MimeBodyPart();
      html.setText(html(), UTF_8, "html");
      mime.setContent(new MimeMultipart("alternative", plain, html));
      mime.saveChanges();
      return mime;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException("a mail that cannot be written: " + e.getClass().getName());
    }
  }

  private String plain() {
    return text + (wayOut.isEmpty() ? "\n" : "\n\n-- \n" + instructions + "\n" + wayOut + "\n");
  }

  private String html() {
    StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"");
    html.append(language).append("\"><head><meta charset=\"utf-8\"><title>");
    html.append(escaped(title)).append("</title></head><body>\n");
    for (String paragraph : text.split("\n{2,}", -1))
      html.append("<p>").append(escaped(paragraph).replace("\n", "<br>\n")).append("</p>\n");
    if (!wayOut.isEmpty())
      html.append("<hr>\n<p>")
          .append(escaped(instructions))
          .append("<br>\n<a href=\"")
          .append(escaped(wayOut))
          .append("\">")
          .append(escaped(wayOut))
          .append("</a></p>\n");
    if (!pixel.isEmpty())
      html.append("<img src=\"")
          .append(escaped(pixel))
          .append("\" width=\"1\" height=\"1\" alt=\"\">\n");
    return html.append("</body></html>\n").toString();
  }

  private static String escaped(String text) {
    return new Html().text(text).toString();
  }

  /** With a number of our own, and parts whose border does not change either. */
  private static final class Numbered extends MimeMessage {
    private final String id;

    Numbered(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }

  @Override
  public String toString() {
    return "a mail";
  }
}
