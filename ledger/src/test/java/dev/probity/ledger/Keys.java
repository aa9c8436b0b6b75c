// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger;

import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import java.security.SecureRandom;

/** Keys of invented parties. */
public final class Keys {
  public static final SigningKey LOG =
      SigningKey.generate("log.example/one", VerifierKey.Kind.AUTHOR, new SecureRandom());
  public static final SigningKey OTHER =
      SigningKey.generate("log.example/one", VerifierKey.Kind.AUTHOR, new SecureRandom());
  public static final SigningKey WITNESS =
      SigningKey.generate("witness.example", VerifierKey.Kind.WITNESS, new SecureRandom());
  public static final SigningKey SECOND =
      SigningKey.generate("second.example", VerifierKey.Kind.WITNESS, new SecureRandom());

  private Keys() {}
}
