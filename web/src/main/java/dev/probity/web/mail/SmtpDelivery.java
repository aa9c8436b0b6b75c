// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A mail server (RFC 5321), which may take addresses that are not ASCII (RFC 6531). The line is
 * encrypted, or goes no further than this machine. Immutable; a line that hears nothing for twenty
 * seconds ends.
 */
public final class SmtpDelivery implements Delivery {
  private static final String SILENCE = "20000";
  private static final String SMTPUTF8 = "SMTPUTF8";

  private final SmtpServer server;
  private final Properties properties;

  /** One whose certificate an authority has signed that Java trusts. */
  public SmtpDelivery(SmtpServer server) {
    this.server = server;
    this.properties = properties(server);
  }

  /**
   * @param trusting what makes encrypted lines, and knows which certificates are good
   */
  public SmtpDelivery(SmtpServer server, SSLSocketFactory trusting) {
    this(server);
    properties.put("mail." + protocol(server) + ".ssl.socketFactory", trusting);
  }

  private static Properties properties(SmtpServer server) {
    String name = "mail." + protocol(server) + ".";
    Properties all = new Properties();
    all.setProperty(name + "connectiontimeout", SILENCE);
    all.setProperty(name + "timeout", SILENCE);
    all.setProperty(name + "writetimeout", SILENCE);
    all.setProperty(name + "starttls.enable", "true");
    all.setProperty(name + "starttls.required", "" + !server.loopback());
    all.setProperty(name + "ssl.checkserveridentity", "true");
    all.setProperty(name + "auth", "" + !server.user().isEmpty());
    // Why: what waits for the answer to QUIT says after the mail was taken that it was not.
    all.setProperty(name + "quitwait", "false");
    return all;
  }

  private static String protocol(SmtpServer server) {
    return server.encrypted() ? "smtps" : "smtp";
  }

  @Override
  public Line open(String to) throws Undelivered {
    boolean international = Message.international(to);
    Transport transport = connect(international);
    Line line = new Connected(transport);
    if (international
        && !(transport instanceof SMTPTransport smtp && smtp.supportsExtension(SMTPUTF8))) {
      line.close();
      throw new Undelivered("the mail server takes no address beyond ASCII (SMTPUTF8)", true);
    }
    return line;
  }

  /**
   * @param international only where it has to be: what is marked so goes nowhere that does not know
   *     the mark
   */
  private Transport connect(boolean international) throws Undelivered {
    try {
      Properties all = Message.properties(international);
      all.putAll(properties);
      Transport transport = Session.getInstance(all).getTransport(protocol(server));
      boolean named = !server.user().isEmpty();
      transport.connect(
          server.host(),
          server.port(),
          named ? server.user() : null,
          named ? server.password() : null);
      return transport;
    } catch (AuthenticationFailedException e) {
      throw new Undelivered("the mail server does not take user and password", false);
    } catch (MessagingException e) {
      throw new Undelivered("the mail server cannot be reached", false);
    }
  }

  private record Connected(Transport transport) implements Line {
    @Override
    public void send(Message message) throws Undelivered {
      try {
        MimeMessage mime = message.mime();
        transport.sendMessage(mime, new Address[] {new InternetAddress(message.to())});
      } catch (MessagingException e) {
        int code = code(e);
        throw new Undelivered(
            code == 0 ? "the line was lost" : "the mail server answered " + code, code >= 500);
      }
    }

    /** What the server answered; 0 where it answered nothing. */
    private static int code(MessagingException e) {
      int code = 0;
      for (Exception next = e; next != null; )
        if (next instanceof SMTPAddressFailedException address) return address.getReturnCode();
        else {
          if (next instanceof SMTPSendFailedException sending) code = sending.getReturnCode();
          next = next instanceof MessagingException more ? more.getNextException() : null;
        }
      return Math.max(code, 0);
    }

    @Override
    public void close() {
      try {
        transport.close();
      } catch (MessagingException e) {
        // Why nothing: what was taken is taken, and what was not has been said.
        return;
      }
    }
  }
}
