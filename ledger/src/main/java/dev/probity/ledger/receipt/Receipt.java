// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.receipt;

import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Inclusion;
import dev.probity.ledger.tree.Merkle;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry with the proof that a log holds it, as a text that anybody verifies without us, given
 * the log's public key: a C2SP tlog-proof that carries the entry as its extra data. Immutable.
 */
public final class Receipt {
  private static final String HEAD = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final int LONGEST = 1 << 21;

  /** What verifying a receipt finds. */
  public enum Verdict {
    GENUINE,
    /** The key's log has not signed the checkpoint; perhaps it is another log's. */
    UNSIGNED,
    FORGED,
    /** The checkpoint is signed, but the entry is not where the receipt says. */
    NOT_THERE,
    /** All that the log says is so, but a witness that was asked for did not sign it. */
    UNWITNESSED,
    /** What bears the witness's name is none of its signatures, or one of another checkpoint. */
    WITNESS_FORGED
  }

  private final byte[] entry;
  private final Inclusion proof;
  private final SignedCheckpoint checkpoint;

  public Receipt(byte[] entry, Inclusion proof, SignedCheckpoint checkpoint) {
    if (proof.size() != checkpoint.checkpoint().size()) {
      throw new IllegalArgumentException("a proof for another size than the checkpoint's");
    }
    this.entry = entry.clone();
    this.proof = proof;
    this.checkpoint = checkpoint;
  }

  /** Nothing, unless it is a receipt byte for byte as {@link #toString} writes it. */
  public static Optional<Receipt> parse(String text) {
    int blank = text.indexOf("\n\n");
    if (blank < 0 || text.length() > LONGEST) return Optional.empty();
    List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
    Optional<SignedCheckpoint> checkpoint = SignedCheckpoint.parse(text.substring(blank + 2));
    boolean shaped =
        lines.size() >= 3
            && lines.getFirst().equals(HEAD)
            && lines.get(1).startsWith(EXTRA)
            && lines.get(2).startsWith(INDEX)
            && NUMBER.matcher(lines.get(2).substring(INDEX.length())).matches();
    if (!shaped || checkpoint.isEmpty()) return Optional.empty();
    return parse(lines, checkpoint.get()).filter(r -> r.toString().equals(text));
  }

  private static Optional<Receipt> parse(List<String> lines, SignedCheckpoint checkpoint) {
    List<Hash> path = new ArrayList<>();
    for (String line : lines.subList(3, lines.size())) {
      Optional<Hash> hash = Hash.parse(line);
      if (hash.isEmpty() || path.size() == Long.SIZE) return Optional.empty();
      path.add(hash.get());
    }
    try {
      byte[] entry = Base64.getDecoder().decode(lines.get(1).substring(EXTRA.length()));
      if (entry.length > Bundle.LARGEST) return Optional.empty();
      long index = Long.parseLong(lines.get(2).substring(INDEX.length()));
      long size = checkpoint.checkpoint().size();
      return Optional.of(new Receipt(entry, new Inclusion(index, size, path), checkpoint));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public Verdict verify(VerifierKey log) {
    return switch (checkpoint.standing(log)) {
      case UNSIGNED -> Verdict.UNSIGNED;
      case FORGED -> Verdict.FORGED;
      case SIGNED -> leads() ? Verdict.GENUINE : Verdict.NOT_THERE;
    };
  }

  /** As {@link #verify(VerifierKey)}, and each of the witnesses must have signed too. */
  public Verdict verify(VerifierKey log, List<VerifierKey> witnesses) {
    Verdict verdict = verify(log);
    if (verdict != Verdict.GENUINE) return verdict;
    for (VerifierKey witness : witnesses) {
      switch (witnessed(witness)) {
        case SIGNED -> {}
        case UNSIGNED -> verdict = Verdict.UNWITNESSED;
        case FORGED -> {
          return Verdict.WITNESS_FORGED;
        }
      }
    }
    return verdict;
  }

  /** Whether the entry is in the checkpoint's tree, whoever signed that. */
  public boolean leads() {
    return proof.leads(Merkle.leaf(entry), checkpoint.checkpoint().root());
  }

  /** What a witness says of the checkpoint. */
  public Note.Standing witnessed(VerifierKey witness) {
    return checkpoint.standing(witness);
  }

  public byte[] entry() {
    return entry.clone();
  }

  public long index() {
    return proof.index();
  }

  public SignedCheckpoint checkpoint() {
    return checkpoint;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    text.append(EXTRA).append(Base64.getEncoder().encodeToString(entry)).append('\n');
    text.append(INDEX).append(proof.index()).append('\n');
    proof.path().forEach(hash -> text.append(hash).append('\n'));
    return text.append('\n').append(checkpoint).toString();
  }
}
