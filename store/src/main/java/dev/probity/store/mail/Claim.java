// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.mail;

import dev.probity.store.subject.Sealed;
import java.time.Instant;

/**
 * A mail that one server has taken to send, for a while. Immutable.
 *
 * @param left whether the log says already that it was sent
 * @param tries how often it was taken, this time included
 * @param fence the number of this taking; a later one has a higher
 */
public record Claim(
    String controller,
    long mail,
    String purpose,
    Sealed sealed,
    Instant sealedAt,
    boolean left,
    int tries,
    long fence) {}
