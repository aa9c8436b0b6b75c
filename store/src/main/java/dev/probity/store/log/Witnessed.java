// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file with the newest checkpoint of a log that a witness signed too. It is read again only
 * where it is another than before: each receipt asks. Safe for many threads.
 */
final class Witnessed {
  private final Path file;
  private final VerifierKey log;
  private volatile Seen seen = new Seen(null, FileTime.fromMillis(0), Optional.empty());

  private record Seen(
      @Nullable Object file, FileTime written, Optional<SignedCheckpoint> checkpoint) {}

  Witnessed(Path file, VerifierKey log) {
    this.file = file;
    this.log = log;
  }

  /** Nothing, too, where what stands there is not what the log signed. */
  Optional<SignedCheckpoint> read() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Seen before = seen;
      if (now.fileKey() != null
          && now.fileKey().equals(before.file())
          && now.lastModifiedTime().equals(before.written())) return before.checkpoint();
      Optional<SignedCheckpoint> checkpoint =
          SignedCheckpoint.parse(Files.readString(file))
              .filter(signed -> signed.standing(log) == Note.Standing.SIGNED);
      seen = new Seen(now.fileKey(), now.lastModifiedTime(), checkpoint);
      return checkpoint;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw LogRefused.folder(file, e);
    }
  }

  void write(SignedCheckpoint cosigned) {
    try {
      Path part = Files.createTempFile(file.getParent(), "witnessed", "");
      try {
        Files.writeString(part, cosigned.toString());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        // Why: it is tried again every second, and a disk without room stays so for hours.
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw LogRefused.folder(file, e);
    }
  }
}
