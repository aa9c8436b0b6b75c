// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The door of a mail server: it strikes a line out of what the server says, as gateways do with
 * extensions that they do not know, and remembers what it was told.
 */
final class Gateway extends ServerSocket {
  private final String struck;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /**
   * @param struck with its line's end; nothing for none
   */
  Gateway(String struck) throws IOException {
    this.struck = struck;
  }

  /** All that came in. */
  String heard() {
    return String.join("", heard);
  }

  @Override
  public Socket accept() throws IOException {
    Socket socket = new Watched();
    implAccept(socket);
    return socket;
  }

  private final class Watched extends Socket {
    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
          int read = in.read(bytes, from, most);
          if (read > 0) heard.add(new String(bytes, from, read, StandardCharsets.UTF_8));
          return read;
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          String said = new String(bytes, from, length, StandardCharsets.UTF_8);
          out.write(said.replace(struck, "").getBytes(StandardCharsets.UTF_8));
        }
      };
    }
  }
}
