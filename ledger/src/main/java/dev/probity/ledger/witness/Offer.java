// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.witness;

import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tree.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A checkpoint on its way to a witness, with the proof that the log only grew since the last one
 * that the witness signed (C2SP tlog-witness, add-checkpoint). Immutable.
 *
 * @param old the size of that last one; 0 for none
 */
public record Offer(long old, List<Hash> proof, SignedCheckpoint checkpoint) {
  /** The longest that is read, in characters. */
  public static final int LONGEST = 1 << 20;

  private static final int MOST_HASHES = 63;
  private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

  public Offer {
    proof = List.copyOf(proof);
  }

  /** Nothing, unless it is an offer as {@link #toString} writes it. */
  public static Optional<Offer> parse(String text) {
    int blank = text.indexOf("\n\n");
    if (blank < 0 || text.length() > LONGEST) return Optional.empty();
    String[] lines = text.substring(0, blank).split("\n", -1);
    if (!OLD.matcher(lines[0]).matches() || lines.length > 1 + MOST_HASHES) return Optional.empty();
    List<Hash> proof = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) Hash.parse(lines[i]).ifPresent(proof::add);
    if (proof.size() != lines.length - 1) return Optional.empty();
    return SignedCheckpoint.parse(text.substring(blank + 2))
        .map(c -> new Offer(Long.parseLong(lines[0].substring("old ".length())), proof, c));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("old ").append(old).append('\n');
    proof.forEach(hash -> text.append(hash).append('\n'));
    return text.append('\n').append(checkpoint).toString();
  }
}
