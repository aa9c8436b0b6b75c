// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.note.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The file with the newest checkpoint of a log that a witness signed too. */
record Witnessed(Path file) {
  Optional<SignedCheckpoint> read() {
    try {
      return SignedCheckpoint.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw LogRefused.folder(file, e);
    }
  }

  void write(SignedCheckpoint cosigned) {
    try {
      Path part = Files.createTempFile(file.getParent(), "witnessed", "");
      Files.writeString(part, cosigned.toString());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw LogRefused.folder(file, e);
    }
  }
}
