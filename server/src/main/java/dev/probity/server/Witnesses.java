// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.store.log.Ledgers;
import dev.probity.store.log.Witnessing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The witness that the settings name, if they name one. */
sealed interface Witnesses {
  record None() implements Witnesses {}

  record Named(URI address, VerifierKey key) implements Witnesses {
    Witnessing of(Ledgers ledgers, Collection<String> controllers, Consumer<String> says) {
      return new Witnessing(ledgers, controllers, address, key, says);
    }
  }

  record Refused(Fault fault) implements Witnesses {}

  static Witnesses in(Map<String, String> settings) {
    String address = settings.getOrDefault("PROBITY_WITNESS", "");
    String file = settings.getOrDefault("PROBITY_WITNESS_KEY", "");
    if (address.isBlank() && file.isBlank()) return new None();
    try {
      URI uri = URI.create(address.strip().replaceFirst("/+$", ""));
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      Optional<VerifierKey> key =
          VerifierKey.parse(Files.readString(Path.of(file)).strip())
              .filter(k -> k.kind() == VerifierKey.Kind.WITNESS);
      if (http && uri.getHost() != null && key.isPresent()) return new Named(uri, key.get());
    } catch (IOException | IllegalArgumentException e) {
      return refused();
    }
    return refused();
  }

  private static Witnesses refused() {
    return new Refused(
        new Fault(
            "PRB-U006",
            "PROBITY_WITNESS and PROBITY_WITNESS_KEY do not name a witness",
            "set the first to its address, such as https://HOST, and the second to the file with"
                + " its public key; or set neither",
            Where.file("environment")));
  }
}
