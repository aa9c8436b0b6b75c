// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import java.time.Instant;
import java.util.List;

/** Who and when. Immutable. */
public record Header(
    String id,
    String version,
    Instant inForce,
    String controller,
    List<String> languages,
    List<String> regions,
    List<String> roles,
    List<String> statutes) {}
