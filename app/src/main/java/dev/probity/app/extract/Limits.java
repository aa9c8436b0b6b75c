// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import java.time.Duration;

/** How much of a file is looked at before it is refused. Immutable. */
public record Limits(int fileBytes, int pages, Duration time) {
  /** 20 MB, 2,000 pages, 30 seconds: beyond any notice in use. */
  public static final Limits USUAL = new Limits(20_000_000, 2_000, Duration.ofSeconds(30));
}
