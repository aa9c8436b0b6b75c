// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** A mail server that says where a mail is, so that something can be done to its sender there. */
final class SteppedMailServer implements AutoCloseable {
  /** How far a mail is, as the mail server sees it. */
  enum Step {
    /** A line is open. */
    LINE,
    /** It is named for whom it is. */
    RECIPIENT,
    /** All of it is here; nobody has said so. */
    READ,
    /** It is said that it was taken. */
    TAKEN
  }

  final int port;
  final List<String> taken = new CopyOnWriteArrayList<>();
  private final SMTPServer server;
  private volatile Consumer<Step> at = step -> {};

  SteppedMailServer() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .sessionHandler(
                new SessionHandler() {
                  @Override
                  public SessionAcceptance accept(Session session) {
                    at.accept(Step.LINE);
                    return SessionAcceptance.success();
                  }

                  @Override
                  public void onSessionEnd(Session session) {}
                })
            .messageHandlerFactory(context -> new Taking())
            .build();
    server.start();
  }

  /** Does this at each step from now on. */
  void at(Consumer<Step> what) {
    at = what;
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Taking implements MessageHandler {
    @Override
    public void from(String from) {}

    @Override
    public void recipient(String recipient) {
      at.accept(Step.RECIPIENT);
    }

    @Override
    public String data(InputStream data) throws IOException {
      String mail = new String(data.readAllBytes(), StandardCharsets.UTF_8);
      at.accept(Step.READ);
      taken.add(mail);
      return "taken";
    }

    @Override
    public void done() {
      if (!taken.isEmpty()) at.accept(Step.TAKEN);
    }
  }
}
