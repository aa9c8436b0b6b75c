// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The checkpoints of a log in a file outside its database, one behind the other: what shows that
 * the database was put back or written anew. Several servers may share it. Not forced to the disk:
 * it speaks against whoever changes a database, and not for a disk that lost both. One thread.
 */
final class Shelf {
  /** Lines of a checkpoint that bears one signature: origin, size, root, a blank, the signature. */
  private static final int LINES = 5;

  private final Path file;
  private long read;
  private Optional<Checkpoint> largest = Optional.empty();

  Shelf(Path file) {
    this.file = file;
  }

  /** Refuses to go on from a log that is shorter or other than it once was. */
  void allows(Checkpoint newest) {
    catchUp();
    if (largest.isEmpty() || largest.get().size() < newest.size()) return;
    if (largest.get().size() > newest.size())
      throw LogRefused.shelf(file, "know of a longer log than the database holds");
    if (!largest.get().root().equals(newest.root())) throw twoRoots();
  }

  /** Keeps it, unless a larger one is kept already. */
  void keep(SignedCheckpoint signed) {
    catchUp();
    Checkpoint checkpoint = signed.checkpoint();
    if (largest.isPresent() && largest.get().size() >= checkpoint.size()) {
      if (largest.get().size() == checkpoint.size() && !largest.get().equals(checkpoint))
        throw twoRoots();
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      // Why one write: those of several servers then stand one behind the other.
      Files.write(
          file,
          signed.toString().getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw LogRefused.folder(file, e);
    }
    catchUp();
  }

  private LogRefused twoRoots() {
    return LogRefused.shelf(file, "have another root for the same size");
  }

  private void catchUp() {
    if (!Files.exists(file)) return;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() == read) return;
      if (channel.size() < read) throw LogRefused.shelf(file, "were cut off");
      ByteBuffer more = ByteBuffer.allocate(Math.toIntExact(channel.size() - read));
      while (more.hasRemaining()) {
        if (channel.read(more, read + more.position()) < 0)
          throw LogRefused.shelf(file, "were cut off");
      }
      take(more.array());
    } catch (IOException e) {
      throw LogRefused.folder(file, e);
    }
  }

  private void take(byte[] bytes) {
    ByteArrayOutputStream note = new ByteArrayOutputStream();
    int lines = 0;
    for (byte b : bytes) {
      note.write(b);
      if (b == '\n') lines++;
      if (lines < LINES) continue;
      take(note.toString(StandardCharsets.UTF_8));
      read += note.size();
      note.reset();
      lines = 0;
    }
  }

  private void take(String note) {
    Checkpoint next =
        SignedCheckpoint.parse(note)
            .map(SignedCheckpoint::checkpoint)
            .orElseThrow(() -> LogRefused.shelf(file, "cannot be read"));
    if (largest.isPresent() && largest.get().size() == next.size() && !largest.get().equals(next))
      throw twoRoots();
    if (largest.isEmpty() || largest.get().size() < next.size()) largest = Optional.of(next);
  }
}
