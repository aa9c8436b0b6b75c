// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;

/**
 * Callers that ask one door again and again, each over one connection, with as little work of their
 * own as can be: they share the machine with the server that they measure.
 */
record Load(int port, String path, String token, int callers) {
  /** Answers a second, of a number of requests; every answer must have this status. */
  double rate(long requests, int status, LongFunction<String> body) throws Exception {
    AtomicLong next = new AtomicLong();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    long began = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++)
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                      socket.setTcpNoDelay(true);
                      InputStream in = new BufferedInputStream(socket.getInputStream());
                      for (long n = next.getAndIncrement();
                          n < requests && failure.get() == null;
                          n = next.getAndIncrement()) {
                        socket.getOutputStream().write(request(body.apply(n)));
                        int got = answered(in);
                        if (got != status) throw new IOException("status " + got);
                      }
                    } catch (IOException | RuntimeException e) {
                      failure.set(e);
                    }
                  }));
    for (Thread thread : threads) thread.join();
    if (failure.get() != null) throw new IOException(failure.get());
    return requests * 1e9 / (System.nanoTime() - began);
  }

  private byte[] request(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization:"
            + " Bearer "
            + token
            + "\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    byte[] all = new byte[head.length() + bytes.length];
    System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, all, 0, head.length());
    System.arraycopy(bytes, 0, all, head.length(), bytes.length);
    return all;
  }

  /** Reads one answer to its end, by its length or its chunks, and says its status. */
  private static int answered(InputStream in) throws IOException {
    String first = line(in);
    long length = -1;
    for (String line = line(in); !line.isEmpty(); line = line(in))
      if (line.regionMatches(true, 0, "Content-Length: ", 0, 16))
        length = Long.parseLong(line.substring(16).strip());
    if (length >= 0) in.skipNBytes(length);
    else
      for (int chunk = chunk(in); ; chunk = chunk(in)) {
        in.skipNBytes(chunk + 2L);
        if (chunk == 0) break;
      }
    return Integer.parseInt(first.substring(9, 12));
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) throw new IOException("the connection ended");
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }
}
