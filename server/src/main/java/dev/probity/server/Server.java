// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.app.Probity;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The program with the server in it. The launcher runs it for the commands that need the server's
 * class path, so that all others start without that.
 */
public final class Server {
  private Server() {}

  public static void main(String[] args) {
    // Why: libraries would print before it is known where their log goes.
    LoggingSystem.get(Server.class.getClassLoader()).beforeInitialize();
    Probity.run(new Commands(System.getenv()), args);
  }
}
