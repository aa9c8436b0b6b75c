// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text and signatures below it, in the only form that C2SP signed-note allows. Whoever has not
 * asked for its {@link #standing} must not believe the text. Immutable.
 *
 * @param text ends with a line's end
 */
public record Note(String text, List<NoteSignature> signatures) {
  private static final int MOST_SIGNATURES = 64;
  private static final int LONGEST = 1 << 20;

  /** What a key says of a note. */
  public enum Standing {
    SIGNED,
    /** No signature bears the key's name and number. */
    UNSIGNED,
    /** One bears them and is none: the note must not be used at all. */
    FORGED
  }

  public Note {
    signatures = List.copyOf(signatures);
  }

  /** Nothing, unless it is a note byte for byte as {@link #toString} writes it. */
  public static Optional<Note> parse(String note) {
    if (note.length() > LONGEST || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      return Optional.empty();
    }
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) return Optional.empty();
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : note.substring(blank + 2, note.length() - 1).split("\n", -1)) {
      Optional<NoteSignature> signature = NoteSignature.parse(line);
      if (signature.isEmpty() || signatures.size() == MOST_SIGNATURES) return Optional.empty();
      signatures.add(signature.get());
    }
    return Optional.of(new Note(note.substring(0, blank + 1), signatures));
  }

  public Note with(NoteSignature signature) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    all.add(signature);
    return new Note(text, all);
  }

  public Standing standing(VerifierKey key) {
    Standing standing = Standing.UNSIGNED;
    for (NoteSignature signature : signatures) {
      if (!signature.name().equals(key.name()) || signature.id() != key.id()) continue;
      if (!key.verifies(text, signature)) return Standing.FORGED;
      standing = Standing.SIGNED;
    }
    return standing;
  }

  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(s -> note.append(s).append('\n'));
    return note.toString();
  }
}
