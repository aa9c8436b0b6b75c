// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection on which a test writes what no client library would send. */
final class Wire implements AutoCloseable {
  private final Socket socket;

  Wire(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(60_000);
  }

  /** What came back until the server closed. */
  record Reply(String text) {
    int status() {
      return text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }

    String header(String name) {
      String wanted = name.toLowerCase(Locale.ROOT) + ":";
      return text.lines()
          .takeWhile(line -> !line.isEmpty())
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
          .map(line -> line.substring(wanted.length()).strip())
          .findFirst()
          .orElse("");
    }

    String body() {
      int at = text.indexOf("\r\n\r\n");
      return at < 0 ? "" : text.substring(at + 4);
    }

    /** How many answers came on the one connection. */
    int answers() {
      return text.split("HTTP/1\\.1 \\d{3}", -1).length - 1;
    }
  }

  static Reply ask(int port, String sent) throws IOException {
    return ask(port, sent.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Reply ask(int port, byte[] sent) throws IOException {
    try (Wire wire = new Wire(port)) {
      wire.write(sent);
      return wire.reply();
    }
  }

  void write(byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (SocketException refused) {
      // The server closes as soon as it has seen enough; its answer may be there all the same.
      return;
    }
  }

  /** Until the server closes the connection. */
  Reply reply() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    try {
      for (int b = in.read(); b >= 0; b = in.read()) all.write(b);
    } catch (SocketException reset) {
      return new Reply(all.toString(StandardCharsets.ISO_8859_1));
    }
    return new Reply(all.toString(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
