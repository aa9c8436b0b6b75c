// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import java.util.List;

/**
 * What the commands about the server do. The server's room does it; the launcher starts that one's
 * program for these commands, so that no other command waits for the server's libraries.
 */
public interface Serving {
  /** Where the server's libraries are not there. */
  Serving ELSEWHERE =
      new Serving() {
        @Override
        public int up(Surroundings here, Up words) {
          throw new IllegalStateException("the launcher runs `up` with the server");
        }

        @Override
        public int token(Surroundings here, Token words) {
          throw new IllegalStateException("the launcher runs `token` with the server");
        }
      };

  /** How to listen. */
  record Up(String address, int port, boolean demo, boolean training) {}

  /** Which token to make. */
  record Token(String controller, List<String> scopes, String name, int days) {}

  /** Serves until it is stopped. */
  int up(Surroundings here, Up words);

  /** Makes a token and prints it. */
  int token(Surroundings here, Token words);
}
