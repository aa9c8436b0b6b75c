// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.token.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * A process that serves a data directory until it is killed or its input ends; prints a token that
 * it stored.
 */
final class Holding {
  /** Its own: those of the tests start their database with them, and a kill would leave it. */
  private static final Means MEANS =
      new Means(InstantSource.system(), new SecureRandom(), said -> {});

  private Holding() {}

  public static void main(String[] args) throws IOException {
    Target.Embedded target = new Target.Embedded(Path.of(args[0]), Path.of(args[1]), args[2]);
    switch (Store.open(target, MEANS)) {
      case Store.Opening.Refused refused -> System.out.println(refused.fault());
      case Store.Opening.Opened opened -> {
        opened.store().admit("north");
        System.out.println(
            opened
                .store()
                .tokens()
                .create("north", "till", Set.of(Scope.DECIDE), Duration.ofDays(1)));
        System.in.read();
        opened.store().close();
      }
    }
  }
}
