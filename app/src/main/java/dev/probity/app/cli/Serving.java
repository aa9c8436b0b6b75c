// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.cover.Shown;
import dev.probity.notice.pack.PackSource;
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

        @Override
        public Enforced enforce(Surroundings here, Enforce words) {
          throw new IllegalStateException("the launcher runs `enforce` with the server");
        }
      };

  /**
   * How to listen.
   *
   * @param notices the folder with the texts of notices; empty for none
   */
  record Up(String address, int port, boolean demo, boolean training, String notices) {}

  /** Which token to make. */
  record Token(String controller, List<String> scopes, String name, int days) {}

  /**
   * Whose flows to run.
   *
   * @param flow the name of the only one; empty for all
   */
  record Enforce(List<PackSource> packs, String flow) {}

  /** What a server has shown of each pack, or why there was none. */
  sealed interface Enforced {
    record Ran(List<Shown> shown) implements Enforced {}

    record Refused(List<Fault> faults) implements Enforced {}
  }

  /** Serves until it is stopped. */
  int up(Surroundings here, Up words);

  /** Makes a token and prints it. */
  int token(Surroundings here, Token words);

  /** Runs flows at the doors of a server of their own. */
  Enforced enforce(Surroundings here, Enforce words);
}
