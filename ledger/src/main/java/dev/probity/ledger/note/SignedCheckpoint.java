// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A checkpoint as the note that bears it. Immutable. */
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {
  public static SignedCheckpoint of(Checkpoint checkpoint, SigningKey key) {
    String text = checkpoint.text();
    NoteSignature signature = key.sign(text, Instant.EPOCH);
    return new SignedCheckpoint(checkpoint, new Note(text, List.of(signature)));
  }

  public static Optional<SignedCheckpoint> parse(String text) {
    return Note.parse(text)
        .flatMap(note -> Checkpoint.parse(note.text()).map(c -> new SignedCheckpoint(c, note)));
  }

  /** With a witness's signature below the others. */
  public SignedCheckpoint cosigned(SigningKey witness, Instant at) {
    return new SignedCheckpoint(checkpoint, note.with(witness.sign(note.text(), at)));
  }

  /** With a signature that somebody else made; {@link #standing} tells what it is worth. */
  public SignedCheckpoint with(NoteSignature signature) {
    return new SignedCheckpoint(checkpoint, note.with(signature));
  }

  /** Whether the log that the key names says so: its origin is the name of its key. */
  public Note.Standing standing(VerifierKey key) {
    boolean named =
        key.kind() == VerifierKey.Kind.WITNESS || key.name().equals(checkpoint.origin());
    return named ? note.standing(key) : Note.Standing.UNSIGNED;
  }

  @Override
  public String toString() {
    return note.toString();
  }
}
