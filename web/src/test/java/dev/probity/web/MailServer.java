// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that keeps what it takes, and refuses whom it is told to. */
final class MailServer implements AutoCloseable {
  /**
   * A mail as it was taken.
   *
   * @param to as the envelope has it
   */
  record Taken(String to, MimeMessage message) {
    String header(String name) {
      try {
        return message.getHeader(name, null);
      } catch (MessagingException e) {
        throw new AssertionError(e);
      }
    }
  }

  final int port;
  final List<Taken> taken = new CopyOnWriteArrayList<>();
  private SMTPServer server;

  /** Those for whom it has no time once. */
  final Set<String> busy = ConcurrentHashMap.newKeySet();

  private final InetAddress address;
  private final UnaryOperator<SMTPServer.Builder> more;

  MailServer() throws IOException {
    this(InetAddress.getLoopbackAddress(), builder -> builder);
  }

  /** Somewhere else on this machine, with what else it is to do. */
  MailServer(InetAddress address, UnaryOperator<SMTPServer.Builder> more) throws IOException {
    this.address = address;
    this.more = more;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = server();
  }

  private SMTPServer server() {
    return more.apply(
            SMTPServer.port(port)
                .bindAddress(address)
                .messageHandlerFactory(context -> new Taking()))
        .build();
  }

  void up() {
    server = server();
    server.start();
  }

  void down() {
    server.stop();
  }

  List<Taken> to(String address) {
    return taken.stream().filter(t -> t.to().equals(address)).toList();
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Taking implements MessageHandler {
    private String to = "";

    @Override
    public void from(String from) {}

    @Override
    public void recipient(String recipient) throws RejectException {
      to = recipient;
      if (busy.remove(to)) throw new RejectException(451, "later");
      if (to.startsWith("nobody")) throw new RejectException(550, "no such mailbox");
    }

    @Override
    public String data(InputStream data) throws IOException {
      try {
        Properties all = new Properties();
        all.setProperty("mail.mime.allowutf8", "true");
        Session session = Session.getInstance(all);
        byte[] bytes = data.readAllBytes();
        taken.add(new Taken(to, new MimeMessage(session, new ByteArrayInputStream(bytes))));
        return "taken";
      } catch (MessagingException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void done() {}
  }
}
