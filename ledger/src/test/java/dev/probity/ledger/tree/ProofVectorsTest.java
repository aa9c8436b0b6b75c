// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What others published as good and bad proofs. */
class ProofVectorsTest {
  /** Good by its authors' letter although its root is no SHA-256 hash; our hashes are. */
  private static final String SHORT_ROOT =
      "consistency/additional/sizes-are-equal-one-and-proof-is-empty";

  @Test
  void everyPublishedProofIsJudgedAsPublished() throws IOException {
    int judged = 0;
    for (String line : lines()) {
      String[] cells = line.split(" ");
      boolean good = cells[6].equals("good") && !cells[1].equals(SHORT_ROOT);
      assertEquals(good, leads(cells), line);
      judged++;
    }
    assertEquals(196, judged);
  }

  private static boolean leads(String[] cells) {
    long first = Long.parseUnsignedLong(cells[2]);
    long second = Long.parseUnsignedLong(cells[3]);
    Optional<Hash> one = Hash.parse(cells[4]);
    Optional<Hash> other = Hash.parse(cells[5]);
    Optional<List<Hash>> path = path(cells[7]);
    if (one.isEmpty() || other.isEmpty() || path.isEmpty()) return false;
    return cells[0].equals("inclusion")
        ? new Inclusion(first, second, path.get()).leads(other.get(), one.get())
        : new Consistency(first, second, path.get()).leads(one.get(), other.get());
  }

  private static Optional<List<Hash>> path(String cell) {
    List<Hash> path = new ArrayList<>();
    for (String hash : cell.equals("-") ? new String[0] : cell.split(",", -1)) {
      Optional<Hash> parsed = Hash.parse(hash);
      if (parsed.isEmpty()) return Optional.empty();
      path.add(parsed.get());
    }
    return Optional.of(path);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = ProofVectorsTest.class.getResourceAsStream("proofs.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).toList();
    }
  }
}
